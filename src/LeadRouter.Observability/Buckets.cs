namespace LeadRouter.Observability;

/// <summary>Upper bounds of histogram buckets.</summary>
public static class Buckets
{
    /// <summary>Durations from a few milliseconds to an hour, in seconds; for histograms that advise nothing.</summary>
    public static IReadOnlyList<double> Sla { get; } =
        [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

    /// <summary>How long a lead waits for people, in seconds: from one second to a working day, dense where SLA targets lie.</summary>
    public static IReadOnlyList<double> LeadWait { get; } =
        [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800, 3600, 7200, 14400, 28800];

    /// <summary>What the machine does, in seconds: from 0.1 ms to 10 s.</summary>
    public static IReadOnlyList<double> Latency { get; } =
        [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>Lateness of a deadline, in seconds; promised are 1 s when up and 5 s after a restart.</summary>
    public static IReadOnlyList<double> Lateness { get; } =
        [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300];

    /// <summary>Numbers of things done together.</summary>
    public static IReadOnlyList<double> Sizes { get; } = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];
}
