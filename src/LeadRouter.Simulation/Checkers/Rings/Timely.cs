namespace LeadRouter.Simulation.Checkers.Rings;

/// <summary>Things that have to be over within a second; five seconds after trouble.</summary>
internal sealed class Timely<TKey>(Agenda agenda, Machine machine, Action<string> violated) where TKey : notnull
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1);
    private readonly Dictionary<TKey, DateTimeOffset> _open = [];

    /// <summary>From now on it has to be over soon; said again, it changes nothing.</summary>
    public void Expect(TKey key, string why)
    {
        var since = agenda.Now;
        if (_open.TryAdd(key, since))
            agenda.After(Within, () => Look(key, since, why));
    }

    /// <summary>It is over.</summary>
    public void Done(TKey key) => _open.Remove(key);

    private void Look(TKey key, DateTimeOffset since, string why)
    {
        if (!_open.TryGetValue(key, out var known) || known != since)
            return;
        var due = machine.FineSince is not { } fine ? agenda.Now + Within : fine + Calm.AfterTrouble > since + Within ? fine + Calm.AfterTrouble : since + Within;
        if (due <= agenda.Now)
            violated($"{key} is not over: {why} at {since:O}");
        else
            agenda.At(due, () => Look(key, since, why));
    }
}
