using MathNet.Numerics.Statistics;

namespace LeadRouter.Simulation.Replay;

/// <summary>Many waits in a few numbers.</summary>
internal sealed record WaitSummary(double MeanSeconds, double P50Seconds, double P90Seconds, double GivenUpShare)
{
    /// <param name="waits">At least one.</param>
    public static WaitSummary Of(IEnumerable<CallWait> waits)
    {
        var (seconds, gaveUp) = (waits.Select(wait => wait.Seconds).Order().ToArray(), waits.Average(wait => wait.GaveUp ? 1.0 : 0));
        return new WaitSummary(seconds.Average(), At(0.5), At(0.9), gaveUp);

        // The least wait that so great a share does not exceed.
        double At(double share) => SortedArrayStatistics.QuantileCustom(seconds, share, QuantileDefinition.R1);
    }
}

/// <summary>The same calls recorded and replayed. Differences are shares of what was recorded; of nothing there is none.</summary>
internal sealed record WaitComparison(WaitSummary Recorded, WaitSummary Replayed)
{
    public double Mean => Difference(Recorded.MeanSeconds, Replayed.MeanSeconds);

    public double P90 => Difference(Recorded.P90Seconds, Replayed.P90Seconds);

    public double GivenUp => Difference(Recorded.GivenUpShare, Replayed.GivenUpShare);

    /// <summary>By how much the replay waits longer, all told.</summary>
    public double Longer => (Mean + P90 + GivenUp) / 3;

    /// <param name="calls">At least one.</param>
    public static WaitComparison Of(IReadOnlyList<ReplayedCall> calls) => new(WaitSummary.Of(calls.Select(call => call.Recorded)), WaitSummary.Of(calls.Select(call => call.Replayed)));

    private static double Difference(double recorded, double replayed) => recorded > 0 ? replayed / recorded - 1 : 0;
}
