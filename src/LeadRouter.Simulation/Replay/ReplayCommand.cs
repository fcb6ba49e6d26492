using System.Diagnostics;
using System.Globalization;

namespace LeadRouter.Simulation.Replay;

/// <summary>Replays a recorded month of a call centre through the real engine, and prints its waits beside the recorded ones.</summary>
public static class ReplayCommand
{
    /// <summary>Runs and prints.</summary>
    /// <param name="file">A month in the form that <see cref="CallRecords"/> reads, plain or gzip.</param>
    /// <param name="seed">For what is not recorded: the patience of those served, the handling of those who gave up, the machine's milliseconds.</param>
    /// <returns>0, or 2 when the file cannot be read.</returns>
    public static int Run(string file, int seed, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        IReadOnlyList<RecordedCall> calls;
        try
        {
            calls = CallRecords.Read(file);
        }
        catch (Exception trouble) when (trouble is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"{file} cannot be replayed. {trouble.Message}");
            return 2;
        }

        if (!calls.Any(call => call.IsReplayed))
        {
            output.WriteLine($"{file} cannot be replayed. No call in it wanted an agent.");
            return 2;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{calls.Count:N0} calls read. Left out: {calls.Count(call => call.Outcome == CallOutcome.Phantom):N0} phantoms, {calls.Count(call => call is { Outcome: CallOutcome.GaveUp, QueueSeconds: 0 }):N0} who hung up before they waited, {calls.Count(call => call.IsByNobody):N0} answered by nobody who is named, {calls.Count(call => call is { IsPlaced: true, IsByNobody: false }):N0} call-backs placed by a free agent. Seed {seed}."));
        foreach (var line in ReplayReport.Lines(ReplayedMonth.Run(calls, seed)))
            output.WriteLine(line);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Took {watch.Elapsed.TotalSeconds:0.0} s."));
        return 0;
    }
}
