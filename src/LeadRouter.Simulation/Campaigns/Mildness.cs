namespace LeadRouter.Simulation.Campaigns;

/// <summary>What can be left out of a world, by name, to see which of it a violation needs.</summary>
internal static class Mildness
{
    private static readonly IReadOnlyDictionary<string, Func<Faults, Faults>> OfFaults = new Dictionary<string, Func<Faults, Faults>>
    {
        ["crashes"] = faults => faults with { CrashEverySeconds = 0 },
        ["write-crashes"] = faults => faults with { CrashInWrite = 0 },
        ["store-outages"] = faults => faults with { StoreFailsEverySeconds = 0 },
        ["slow-store"] = faults => faults with { StoreSlowEverySeconds = 0 },
        ["store-errors"] = faults => faults with { Store = StoreFaults.None },
        ["clock-steps"] = faults => faults with { ClockStepsEverySeconds = 0, ClockDriftsEverySeconds = 0 },
        ["small-mailboxes"] = faults => faults with { MailboxCapacity = Faults.None.MailboxCapacity, TotalCapacity = Faults.None.TotalCapacity },
        ["late-timers"] = faults => faults with { TimerLate = 0, TimerTwice = 0 },
        ["drops"] = faults => faults with { DropRate = 0 },
        ["carrier-faults"] = faults => faults with { ReportTwice = 0, ReportLate = 0, ReportLost = 0 },
        ["lost-answers"] = faults => faults with { AnswerLost = 0 },
        ["adverse-order"] = faults => faults with { IsAdverse = false },
    };

    private static readonly IReadOnlyDictionary<string, Func<Habits, Habits>> OfHabits = new Dictionary<string, Func<Habits, Habits>>
    {
        ["desk-changes"] = habits => habits with { DeskChangesEverySeconds = 0 },
        ["profile-changes"] = habits => habits with { ProfileChangesEverySeconds = 0 },
        ["languages"] = habits => habits with { Languages = 0 },
        ["emails"] = habits => habits with { EmailOnly = 0 },
        ["scores"] = habits => habits with { Scores = false },
        ["manual-calls"] = habits => habits with { ByHand = 0 },
        ["machines"] = habits => habits with { Machines = 0 },
        ["snoozes"] = habits => habits with { Snoozes = 0 },
        ["keys"] = habits => habits with { KeysAgain = 0, KeysMisused = 0 },
        ["flapping"] = habits => habits with { FlapsEverySeconds = 0 },
        ["night"] = habits => habits with { HasNight = false },
        ["crowd"] = habits => habits with { MostReps = 3, MostLeadsPerHour = 20 },
    };

    /// <summary>The names, those first that most often matter least.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfFaults.Keys, .. OfHabits.Keys];

    public static Faults Apply(Faults faults, IEnumerable<string> without) => without.Aggregate(faults, (mild, name) => OfFaults.TryGetValue(name, out var leave) ? leave(mild) : mild);

    public static Habits Apply(Habits habits, IEnumerable<string> without) => without.Aggregate(habits, (mild, name) => OfHabits.TryGetValue(name, out var leave) ? leave(mild) : mild);
}
