namespace LeadRouter.Simulation.Controlled;

/// <summary>A scripted rep as he or she is: at the desk, on a lead, away, with absences that are due.</summary>
internal sealed class ScriptedRep(RepScript script)
{
    private readonly List<Absence> _due = [];

    public RepId Id => script.Id;

    public RepProfile Profile { get; set; } = script.Profile;

    public bool IsInStretch { get; set; }

    /// <summary>From the ring that was picked up to the last word on the lead.</summary>
    public bool IsBusy { get; set; }

    public DateTimeOffset AwayUntil { get; private set; } = DateTimeOffset.MinValue;

    public bool IsThere(DateTimeOffset now) => IsInStretch && AwayUntil <= now;

    public void Owe(Absence absence) => _due.Add(absence);

    /// <summary>Begins every absence that is due and does not have to wait, one after the other.</summary>
    /// <param name="isWaitedFor">A lead waits that the rep could have next.</param>
    /// <returns>False: there was none, and the rep stays.</returns>
    public bool Leave(DateTimeOffset now, bool isWaitedFor)
    {
        var until = now;
        foreach (var absence in _due.Where(absence => !Waits(absence, isWaitedFor) && !absence.EndsByClock))
            until += absence.Length;
        foreach (var absence in _due.Where(absence => !Waits(absence, isWaitedFor) && absence.EndsByClock))
            until = until < absence.From + absence.Length ? absence.From + absence.Length : until;
        _due.RemoveAll(absence => !Waits(absence, isWaitedFor));
        AwayUntil = until;
        return until > now;
    }

    private static bool Waits(Absence absence, bool isWaitedFor) => absence.MayWait && isWaitedFor;
}
