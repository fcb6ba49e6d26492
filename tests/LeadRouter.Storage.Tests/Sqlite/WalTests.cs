using System.Diagnostics;
using LeadRouter.Engine.Actors;
using LeadRouter.Engine.Ports;
using LeadRouter.Storage.Sqlite;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Sqlite;

public sealed class WalTests
{
    private const int Writers = 32;
    private const int Readers = 8;
    private const long LimitBytes = 2 << 20;
    private static readonly TimeSpan Load = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task The_write_ahead_log_stays_small_under_constant_writes_and_overlapping_reads()
    {
        await using var under = await SqliteUnderTest.OpenAsync(o => o with { WalLimitBytes = LimitBytes, CheckpointPages = 100 });
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(r => ReadAsync(under.Store, stop.Token)).ToArray();
        var largest = 0L;
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => WriteAsync(under.Store, w, () =>
        {
            // Only ever too small a guess, for a racing writer may replace a larger one.
            largest = Math.Max(largest, new FileInfo(under.Wal).Length);
        })));
        await stop.CancelAsync();
        var reads = await Task.WhenAll(readers);

        reads.ShouldAllBe(r => r > 0);
        // Enough was written to overrun the limit many times over.
        (written.Sum() * 4096L).ShouldBeGreaterThan(4 * LimitBytes);
        // The limit, and what a batch or two may add before it is enforced.
        largest.ShouldBeInRange(1, 2 * LimitBytes);
    }

    private static async Task<int> WriteAsync(SqliteStore store, int writer, Action observe)
    {
        await Task.Yield();
        var id = Lead($"{writer}");
        var version = 0;
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Load; version++)
        {
            await store.CommitAsync(NoState(id, version) with { State = new byte[4096], LeadRow = Row(id.Key, Noon.AddSeconds(version)) }, CancellationToken.None);
            observe();
        }
        return version;
    }

    private static async Task<int> ReadAsync(SqliteStore store, CancellationToken stop)
    {
        await Task.Yield();
        var reads = 0;
        for (; !stop.IsCancellationRequested; reads++)
        {
            await store.FindLeadsAsync(new LeadQuery { Text = "nobody" }, CancellationToken.None);
            await store.ListKeysAsync(ActorKinds.Lead, CancellationToken.None);
        }
        return reads;
    }
}
