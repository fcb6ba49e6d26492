using System.Diagnostics;
using System.Globalization;
using HdrHistogram;
using LeadRouter.Turns.Ports;

namespace LeadRouter.StoreBench;

/// <summary>Writes and reads as fast as the store lets it, and tells how fast that was.</summary>
internal static class Workload
{
    /// <summary>Runs the warm-up and the measurement; the line begins with the turns per second.</summary>
    public static async Task<string> RunAsync(IEngineStore store, BenchOptions options)
    {
        // Warm-up: compile the paths and fill the actors once, or the figures are those of inserts into an empty file.
        var writers = Enumerable.Range(0, options.Writers).Select(w => new TurnFactory(options, w)).ToArray();
        var commits = new LongConcurrentHistogram(1, TimeSpan.MicrosecondsPerHour, numberOfSignificantValueDigits: 3);
        await Task.WhenAll(writers.Select(w => WriteFor(store, w, TimeSpan.FromSeconds(1), commits)));
        commits.Reset();

        using var stop = new CancellationTokenSource();
        var reads = Enumerable.Range(0, options.Readers).Select(r => ReadUntil(store, options, r, stop.Token)).ToArray();
        var written0 = BytesWritten();
        var cpu0 = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(writers.Select(w => WriteFor(store, w, TimeSpan.FromSeconds(options.Seconds), commits)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var written = BytesWritten() - written0;
        var cpu = Environment.CpuUsage.TotalTime - cpu0;
        await stop.CancelAsync();
        var readCount = (await Task.WhenAll(reads)).Sum();

        var turns = commits.TotalCount;
        var perTurn = $"cpu {cpu.TotalMicroseconds / turns:F0} us/turn, disk {written / (double)turns / 1024:F1} KiB/turn";
        return $"{turns / seconds:F0} turns/s; commit ms p50 {At(50):F2} p99 {At(99):F2} max {At(100):F1}; {perTurn}; reads/s {readCount / seconds:F0}";

        double At(double percent) => commits.GetValueAtPercentile(percent) / 1000.0;
    }

    private static async Task WriteFor(IEngineStore store, TurnFactory turns, TimeSpan time, LongConcurrentHistogram commits)
    {
        await Task.Yield();
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < time;)
        {
            var asked = Stopwatch.GetTimestamp();
            await store.CommitAsync(turns.Next(DateTimeOffset.UtcNow), CancellationToken.None);
            commits.RecordValue((long)Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
        }
    }

    private static async Task<int> ReadUntil(IEngineStore store, BenchOptions options, int reader, CancellationToken stop)
    {
        await Task.Yield();
        var count = 0;
        for (; !stop.IsCancellationRequested; count++)
        {
            await store.LoadAsync(TurnFactory.Id(count % 20, reader, options.Part), CancellationToken.None);
            if (count % 16 == 0) await Task.Yield();
        }
        return count;
    }

    // What the kernel counts for this process; 0 where there is no such file.
    private static long BytesWritten()
    {
        const string file = "/proc/self/io";
        if (!File.Exists(file)) return 0;
        var line = File.ReadLines(file).First(l => l.StartsWith("write_bytes: ", StringComparison.Ordinal));
        return long.Parse(line.AsSpan("write_bytes: ".Length), CultureInfo.InvariantCulture);
    }
}
