using System.Globalization;

namespace LeadRouter.Simulation.Replay;

/// <summary>A replayed month as tables: recorded and replayed side by side, the days that were learnt from and those that judge.</summary>
internal static class ReplayReport
{
    private const string Columns = "mean   p50   p90  gave up";

    public static IEnumerable<string> Lines(ReplayedMonth month)
    {
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{month.Calls.Count:N0} calls, {month.Staffing.Agents} reps with {month.Staffing.Hours:N0} hours at the desk; absences of up to {month.LongestMadeUp.TotalMinutes:0} min are made up when they begin late.");
        yield return "Waits in seconds, of those who were served and of those who gave up.";
        foreach (var days in month.Calls.GroupBy(call => FitDays.Has(call.Call)).OrderByDescending(days => days.Key))
        {
            yield return "";
            yield return days.Key ? "Odd days, which the rules were fitted on" : "Even days, which they are judged on";
            foreach (var line in Table([.. days]))
                yield return line;
        }

        yield return "";
        yield return "All days, by the hour";
        yield return Header;
        foreach (var hour in month.Calls.GroupBy(call => call.Call.WantedAt.Hour).OrderBy(hour => hour.Key))
            yield return Line(string.Create(CultureInfo.InvariantCulture, $"{hour.Key:00}:00"), [.. hour]);
    }

    private static string Header { get; } = $"{"",-8} {"calls",6}   recorded {Columns}   replayed {Columns}   difference mean   p90  gave up";

    private static IEnumerable<string> Table(IReadOnlyList<ReplayedCall> calls)
    {
        yield return Header;
        yield return Line("all", calls);
        foreach (var type in calls.GroupBy(call => call.Call.Type).OrderByDescending(type => type.Count()).ThenBy(type => type.Key, StringComparer.Ordinal))
            yield return Line(type.Key, [.. type]);
        foreach (var high in calls.GroupBy(call => call.Call.Priority == 2).OrderBy(high => high.Key))
            yield return Line(high.Key ? "high" : "others", [.. high]);
    }

    private static string Line(string name, IReadOnlyList<ReplayedCall> calls)
    {
        var waits = WaitComparison.Of(calls);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name,-8} {calls.Count,6}            {Text(waits.Recorded)}            {Text(waits.Replayed)}           {waits.Mean * 100,4:+0;-0;0}% {waits.P90 * 100,4:+0;-0;0}%    {waits.GivenUp * 100,4:+0;-0;0}%");
    }

    private static string Text(WaitSummary waits) => string.Create(CultureInfo.InvariantCulture,
        $"{waits.MeanSeconds,4:0}  {waits.P50Seconds,4:0}  {waits.P90Seconds,4:0}   {waits.GivenUpShare * 100,5:0.0}%");
}
