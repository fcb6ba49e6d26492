namespace LeadRouter.Simulation.World;

/// <summary>The desk in force: a document of the store, so that it outlives the process.</summary>
internal sealed class DeskDocument(Desk first, Agenda agenda) : IDeskSource
{
    private readonly List<(DateTimeOffset From, DeskSnapshot Desk)> _versions = [(agenda.Now, DeskSnapshot.Of(first))];

    public DeskSnapshot Current => _versions[^1].Desk;

    public void Put(Desk desk) => _versions.Add((agenda.Now, DeskSnapshot.Of(desk)));

    /// <summary>Every desk that has been in force at any time since an instant of the world, the present one first.</summary>
    public IEnumerable<Desk> Since(DateTimeOffset instant)
    {
        for (var i = _versions.Count - 1; i >= 0; i--)
        {
            yield return _versions[i].Desk.Desk;
            if (_versions[i].From <= instant)
                yield break;
        }
    }
}
