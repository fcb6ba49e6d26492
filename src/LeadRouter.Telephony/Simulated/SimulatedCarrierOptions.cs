namespace LeadRouter.Telephony.Simulated;

/// <summary>Settings <c>Telephony:Simulated</c>: how the made-up people at the other end of the line behave.</summary>
public sealed record SimulatedCarrierOptions
{
    /// <summary>Share of the calls that are answered, 0 to 1; 1 answers always, 0 never. Default 0.6.</summary>
    public double AnswerRate { get; init; } = 0.6;

    /// <summary>Share of the calls not answered that are busy, 0 to 1. Default 0.2. What is neither busy nor failed rings out.</summary>
    public double BusyRate { get; init; } = 0.2;

    /// <summary>Share of the calls not answered that the network fails, 0 to 1; with <see cref="BusyRate"/> at most 1. Default 0.05.</summary>
    public double FailRate { get; init; } = 0.05;

    /// <summary>Share of the answered calls that a machine answers, 0 to 1. Default 0.</summary>
    public double MachineRate { get; init; }

    /// <summary>Seconds from the first ring to the answer, or until it has rung out; 0 to 600, and never longer than the order allows. Default 6.</summary>
    public double RingSeconds { get; init; } = 6;

    /// <summary>Seconds from the answer to the end of the talk, 0 to 14,400. Default 60.</summary>
    public double TalkSeconds { get; init; } = 60;

    /// <summary>How far ring and talk time vary around their settings, evenly, 0 (not at all, the default) to 1 (from nothing to double).</summary>
    public double Spread { get; init; }

    /// <summary>What happens in a call depends on nothing but the seed, these settings and the attempt's id. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Calls in progress at once, 1 to 1,000,000; one more is refused. Default 10,000.</summary>
    public int MaxCalls { get; init; } = 10_000;

    /// <summary>What is wrong with the settings, one sentence each with the setting's name; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var problem in new[]
        {
            Outside(nameof(AnswerRate), AnswerRate, 0, 1),
            Outside(nameof(BusyRate), BusyRate, 0, 1),
            Outside(nameof(FailRate), FailRate, 0, 1),
            Outside(nameof(MachineRate), MachineRate, 0, 1),
            Outside(nameof(RingSeconds), RingSeconds, 0, 600),
            Outside(nameof(TalkSeconds), TalkSeconds, 0, 14_400),
            Outside(nameof(Spread), Spread, 0, 1),
            Outside(nameof(MaxCalls), MaxCalls, 1, 1_000_000),
        })
        {
            if (problem is not null)
                yield return problem;
        }

        if (BusyRate + FailRate > 1)
            yield return $"{TelephonySettings.Simulated}:{nameof(BusyRate)} and {nameof(FailRate)} must add up to at most 1.";
    }

    // Written so that NaN is outside of every range.
    private static string? Outside(string name, double value, double least, double most) =>
        value >= least && value <= most
            ? null
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{TelephonySettings.Simulated}:{name} must be from {least} to {most}, but is {value}.");
}
