using System.Globalization;

namespace LeadRouter.Simulation.Queueing;

/// <summary>Findings as lines of text.</summary>
internal static class QueueingTable
{
    /// <summary>Erlang's letter, leads per hour, handling seconds, reps, mean patience in seconds and the service level's seconds; then number by number.</summary>
    public static string Header => $"{"",2} {"/h",6} {"AHT s",5} {"reps",4} {"pat. s",8} {"in s",6}   {"",8} {"formula",9}   {"engine",-20} {"with control",-20}";

    public static IEnumerable<string> Lines(QueueingResult result)
    {
        foreach (var finding in result.Findings)
            yield return string.Create(CultureInfo.InvariantCulture, $"{result.Case}   {finding.Name,8} {finding.Formula,9:0.0000}   {Text(finding.Engine),-20} {Text(finding.Sharpened),-20}{(!finding.IsTold ? " too rare to tell" : finding.Holds ? "" : " OUTSIDE")}");
        yield return string.Create(CultureInfo.InvariantCulture, $"   {result.Leads:N0} leads; {result.LeadsApart} waited otherwise than in the textbook's line on the same draws");
    }

    private static string Text(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:0.0000} +-{interval.HalfWidth:0.0000}");
}
