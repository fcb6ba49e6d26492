using System.Globalization;
using MathNet.Numerics.Statistics;

namespace LeadRouter.Simulation.Replay;

/// <summary>A replayed month as a table: recorded and replayed side by side.</summary>
internal static class ReplayReport
{
    private const string Columns = "mean    p50    p90  gave up";

    public static IEnumerable<string> Lines(ReplayedMonth month)
    {
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{month.Calls.Count:N0} calls, {month.Staffing.Reps.Count} reps with {month.Staffing.Hours:N0} hours at the desk; {month.Staffing.Turnaround.TotalSeconds:0.0} s from call to call while somebody waits.");
        yield return "Waits in seconds, of those who were served and of those who gave up.";
        yield return $"{"",-8} {"calls",6}   recorded {Columns}   replayed {Columns}";
        yield return Line("all", month.Calls);
        foreach (var group in month.Calls.GroupBy(call => call.Call.Type).OrderByDescending(type => type.Count()))
            yield return Line(group.Key, [.. group]);
        foreach (var group in month.Calls.GroupBy(call => call.Call.Priority == 2).OrderBy(high => high.Key))
            yield return Line(group.Key ? "high" : "regular", [.. group]);
        foreach (var group in month.Calls.GroupBy(call => call.Call.WantedAt.Hour).OrderBy(hour => hour.Key))
            yield return Line(string.Create(CultureInfo.InvariantCulture, $"{group.Key:00}:00"), [.. group]);
    }

    private static string Line(string name, IReadOnlyList<ReplayedCall> calls) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-8} {calls.Count,6}            {Text(WaitSummary.Of(calls.Select(call => call.Recorded)))}            {Text(WaitSummary.Of(calls.Select(call => call.Replayed)))}");

    private static string Text(WaitSummary waits) => string.Create(CultureInfo.InvariantCulture,
        $"{waits.MeanSeconds,4:0}   {waits.P50Seconds,4:0}   {waits.P90Seconds,4:0}   {waits.GivenUpShare * 100,5:0.0}%");
}

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
