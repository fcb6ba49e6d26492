using System.Globalization;

namespace LeadRouter.Simulation.Hosting;

/// <summary>How unkind a run is. Each rate is drawn per seed, and many are zero: a swarm finds what the average hides.</summary>
internal sealed record Faults
{
    /// <summary>Mean seconds between crashes at any instant; 0: none.</summary>
    public double CrashEverySeconds { get; init; }

    /// <summary>Share of disk writes during which the process dies.</summary>
    public double CrashInWrite { get; init; }

    /// <summary>Mean seconds between times in which the store cannot write; 0: none.</summary>
    public double StoreFailsEverySeconds { get; init; }

    /// <summary>Mean seconds between times in which the store is slow; 0: none.</summary>
    public double StoreSlowEverySeconds { get; init; }

    /// <summary>What goes wrong with single batches and writes.</summary>
    public StoreFaults Store { get; init; } = StoreFaults.None;

    /// <summary>Mean seconds between steps of the server's clock, of up to some minutes forward or back; 0: none.</summary>
    public double ClockStepsEverySeconds { get; init; }

    /// <summary>Mean seconds between corrections of the server's clock by some milliseconds; 0: none.</summary>
    public double ClockDriftsEverySeconds { get; init; }

    /// <summary>Messages that may wait for one actor before an ask is turned away.</summary>
    public int MailboxCapacity { get; init; } = 1_000;

    /// <summary>Messages that may wait in the whole host before an ask is turned away.</summary>
    public int TotalCapacity { get; init; } = 20_000;

    /// <summary>Share of wake-ups that come late, up to <see cref="TimerLateSeconds"/>.</summary>
    public double TimerLate { get; init; }

    public double TimerLateSeconds { get; init; }

    /// <summary>Share of wake-ups that come twice.</summary>
    public double TimerTwice { get; init; }

    /// <summary>Share of turns after which an actor is dropped from memory.</summary>
    public double DropRate { get; init; } = 0.005;

    /// <summary>Share of the carrier's reports that come twice, late or never.</summary>
    public double ReportTwice { get; init; }

    public double ReportLate { get; init; }

    public double ReportLost { get; init; }

    /// <summary>Share of answers that are lost on their way back.</summary>
    public double AnswerLost { get; init; }

    /// <summary>Messages that wait are taken in the order that an adversary would choose.</summary>
    public bool IsAdverse { get; init; }

    /// <summary>No fault at all.</summary>
    public static Faults None { get; } = new();

    public static Faults Of(Draw draw) => new()
    {
        CrashEverySeconds = Rate(draw, 300, 7200),
        CrashInWrite = Share(draw, 0.001),
        StoreFailsEverySeconds = Rate(draw, 600, 7200),
        StoreSlowEverySeconds = Rate(draw, 600, 7200),
        Store = new StoreFaults(Share(draw, 0.003), Share(draw, 0.003), Share(draw, 0.003)),
        ClockStepsEverySeconds = Rate(draw, 300, 3600),
        ClockDriftsEverySeconds = Rate(draw, 20, 120),
        MailboxCapacity = draw.Chance(0.3) ? draw.Whole(1, 4) : 1_000,
        TotalCapacity = draw.Chance(0.3) ? draw.Whole(3, 30) : 20_000,
        TimerLate = Share(draw, 0.5),
        TimerLateSeconds = draw.Between(0.05, 0.7),
        TimerTwice = Share(draw, 0.5),
        DropRate = Share(draw, 0.05),
        ReportTwice = Share(draw, 0.5),
        ReportLate = Share(draw, 0.3),
        ReportLost = Share(draw, 0.3),
        AnswerLost = Share(draw, 0.05),
        IsAdverse = draw.Chance(0.4),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"crash every {CrashEverySeconds:0} s, in {CrashInWrite:0.#####} of writes; store fails every {StoreFailsEverySeconds:0} s, slow every {StoreSlowEverySeconds:0} s, {Store}; clock steps every {ClockStepsEverySeconds:0} s, drifts every {ClockDriftsEverySeconds:0} s; mailboxes of {MailboxCapacity}, {TotalCapacity} in all; timers late {TimerLate:0.##} twice {TimerTwice:0.##}; reports twice {ReportTwice:0.##} late {ReportLate:0.##} lost {ReportLost:0.##}; answers lost {AnswerLost:0.###}; drops {DropRate:0.###}; adverse order {IsAdverse}");

    private static double Rate(Draw draw, double least, double most) => draw.Chance(0.6) ? draw.Between(least, most) : 0;

    private static double Share(Draw draw, double most) => draw.Chance(0.6) ? draw.Between(0, most) : 0;
}

/// <summary>What goes wrong in a store that works.</summary>
/// <param name="BatchFails">Share of batches that come to nothing.</param>
/// <param name="WriteConflicts">Share of writes that are refused alone, as by a version conflict.</param>
/// <param name="AnswerLost">Share of batches that are durable and answered with an error.</param>
internal sealed record StoreFaults(double BatchFails, double WriteConflicts, double AnswerLost)
{
    public static StoreFaults None { get; } = new(0, 0, 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"batches fail {BatchFails:0.####} lose their answer {AnswerLost:0.####}, writes conflict {WriteConflicts:0.####}");
}
