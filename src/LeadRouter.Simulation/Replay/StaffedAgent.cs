namespace LeadRouter.Simulation.Replay;

/// <summary>A time in which an agent is away.</summary>
/// <param name="MayWait">Nobody waited when it began: agents seldom leave while callers wait for them.</param>
internal readonly record struct PlannedAbsence(DateTime From, TimeSpan Length, bool MayWait);

/// <summary>An agent of the records with what is inferred.</summary>
/// <param name="Duties">The types that the agent takes after each call.</param>
internal sealed record StaffedAgent(AgentCalls Calls, IReadOnlyList<IReadOnlySet<string>> Duties, IReadOnlyList<PlannedAbsence> Absences)
{
    /// <summary>A duty and the presence come before the call that they are known from.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(0.5);

    private DateTime From => Calls.Calls[0].ServedAt!.Value - Before;

    private DateTime To => Calls.Calls.Max(call => call.ServiceEnds!.Value);

    public double Hours => (To - From).TotalHours - Absences.Sum(absence => absence.Length.TotalHours);

    public RepScript Script(TimeSpan longestMadeUp) =>
        new(new RepId(Calls.Agent), Profile(0), [new Stretch(ReplayDesk.Instant(From), ReplayDesk.Instant(To))])
        {
            Absences = [.. Absences.Select(absence => new Absence(ReplayDesk.Instant(absence.From), absence.Length, absence.Length > longestMadeUp, absence.MayWait))],
            Changes =
            [
                .. Enumerable.Range(1, Calls.Calls.Count - 1).Where(i => !Duties[i].SetEquals(Duties[i - 1]))
                    .Select(i => new ProfileChange(ReplayDesk.Instant(Calls.Calls[i].ServedAt!.Value - Before), Profile(i))),
            ],
        };

    private RepProfile Profile(int call) => ReplayDesk.Profile(Calls.Agent, Duties[call]);
}
