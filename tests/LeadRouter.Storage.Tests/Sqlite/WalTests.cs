using LeadRouter.Storage.Sqlite;
using LeadRouter.Storage.Sqlite.Writing;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Sqlite;

public sealed class WalTests
{
    private const int Writers = 32;
    private const int Readers = 5;
    private const int TurnsOfEach = 80;
    private const long LimitBytes = 1 << 20;

    [Fact]
    public async Task The_write_ahead_log_stays_small_under_constant_writes_and_overlapping_reads()
    {
        await using var under = await SqliteUnderTest.OpenAsync(o => o with { WalLimitBytes = LimitBytes, CheckpointPages = 100 });
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(r => ReadAsync(under.Store, stop.Token)).ToArray();
        var largest = 0L;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => WriteAsync(under.Store, w, () =>
        {
            // Only ever too small a guess, for a racing writer may replace a larger one.
            largest = Math.Max(largest, new FileInfo(under.Wal).Length);
        })));
        await stop.CancelAsync();
        var reads = await Task.WhenAll(readers);

        reads.ShouldAllBe(r => r > 0);
        // Some 15 MiB went through it. The limit, and what a batch or two may add before it is enforced.
        largest.ShouldBeInRange(1, 3 * LimitBytes);
    }

    [Fact]
    public async Task A_long_read_holds_the_log_up_only_until_its_limit()
    {
        var options = new SqliteStoreOptions { DataFolder = SqliteUnderTest.NewFolder(), WalLimitBytes = LimitBytes, CheckpointPages = 10 };
        try
        {
            await using var opened = OpenedStore.Open(options, TimeProvider.System, null);
            await HoldUpAndReleaseAsync(opened, Path.Combine(options.DataFolder, "leadrouter.db-wal"));
        }
        finally
        {
            Directory.Delete(options.DataFolder, recursive: true);
        }
    }

    private static async Task HoldUpAndReleaseAsync(OpenedStore opened, string wal)
    {
        await CommitAsync(opened, 0);
        using var release = new ManualResetEventSlim();
        var reading = new TaskCompletionSource();
        var read = opened.Reads.ReadManyAsync(session =>
        {
            using var rows = session.Once("SELECT key FROM actors");
            rows.Step();
            reading.SetResult();
            release.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue("the log never reached its limit");
            return rows.Text(0);
        }, CancellationToken.None);
        await reading.Task;

        var version = 1;
        for (; new FileInfo(wal).Length < LimitBytes; version++) await CommitAsync(opened, version);
        release.Set();
        await read;
        // Emptied, the file starts at nothing; had it only started over, it would have kept a quarter of the limit.
        var smallest = long.MaxValue;
        for (var end = version + 50; version < end; version++)
        {
            await CommitAsync(opened, version);
            smallest = Math.Min(smallest, new FileInfo(wal).Length);
        }
        smallest.ShouldBeLessThan(LimitBytes / 8);
    }

    private static Task<bool> CommitAsync(OpenedStore opened, int version) =>
        opened.Writer.WriteAsync(new TurnRequest(NoState(Lead("a"), version) with { State = new byte[4096] }, CancellationToken.None));

    private static async Task WriteAsync(SqliteStore store, int writer, Action observe)
    {
        await Task.Yield();
        var id = Lead($"{writer}");
        for (var version = 0; version < TurnsOfEach; version++)
        {
            await store.CommitAsync(NoState(id, version) with { State = new byte[4096], LeadRow = Row(id.Key, Noon.AddSeconds(version)) }, CancellationToken.None);
            observe();
        }
    }

    private static async Task<int> ReadAsync(SqliteStore store, CancellationToken stop)
    {
        await Task.Yield();
        var reads = 0;
        for (; !stop.IsCancellationRequested; reads++)
        {
            await store.FindLeadsAsync(new LeadQuery { Texts = ["nobody"] }, CancellationToken.None);
            await store.ListKeysAsync(ActorKinds.Lead, CancellationToken.None);
        }
        return reads;
    }
}
