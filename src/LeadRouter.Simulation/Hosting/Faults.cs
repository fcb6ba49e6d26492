using System.Globalization;
using LeadRouter.Simulation.Timing;

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

    /// <summary>No fault at all.</summary>
    public static Faults None { get; } = new();

    public static Faults Of(Draw draw) => new()
    {
        CrashEverySeconds = Rate(draw, 300, 7200),
        CrashInWrite = Share(draw, 0.0005),
        StoreFailsEverySeconds = Rate(draw, 600, 7200),
        StoreSlowEverySeconds = Rate(draw, 600, 7200),
        TimerLate = Share(draw, 0.5),
        TimerLateSeconds = draw.Between(0.05, 0.7),
        TimerTwice = Share(draw, 0.5),
        DropRate = Share(draw, 0.05),
        ReportTwice = Share(draw, 0.5),
        ReportLate = Share(draw, 0.3),
        ReportLost = Share(draw, 0.3),
        AnswerLost = Share(draw, 0.05),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"crash every {CrashEverySeconds:0} s, in {CrashInWrite:0.#####} of writes; store fails every {StoreFailsEverySeconds:0} s, slow every {StoreSlowEverySeconds:0} s; timers late {TimerLate:0.##} twice {TimerTwice:0.##}; reports twice {ReportTwice:0.##} late {ReportLate:0.##} lost {ReportLost:0.##}; answers lost {AnswerLost:0.###}; drops {DropRate:0.###}");

    private static double Rate(Draw draw, double least, double most) => draw.Chance(0.6) ? draw.Between(least, most) : 0;

    private static double Share(Draw draw, double most) => draw.Chance(0.6) ? draw.Between(0, most) : 0;
}
