using LeadRouter.Storage.Sqlite;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Sqlite;

public sealed class TroubleTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_store_that_cannot_write_says_so_once_and_recovers_by_itself()
    {
        await using var under = await SqliteUnderTest.OpenAsync();
        await under.Store.DisposeAsync();
        var log = new RecordingLogger();
        await using var store = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = under.Folder }, TimeProvider.System, log);
        using (new ForeignLock(under))
        {
            await Should.ThrowAsync<StoreUnavailableException>(() => store.CommitAsync(State(Lead("lost"), 0), None));
            store.IsHealthy.ShouldBeFalse();
            store.Trouble.ShouldNotBeNull().ShouldContain("locked");
            await Should.ThrowAsync<StoreUnavailableException>(() => store.PutAsync("c", "lost", [], null, None));
            // Reads go on.
            (await store.LoadAsync(Lead("lost"), None)).ShouldBeNull();
        }
        await Poll.UntilAsync(() => store.IsHealthy, "the probe has not found the store writable again");
        store.Trouble.ShouldBeNull();
        await store.CommitAsync(State(Lead("kept"), 0), None);
        (await store.LoadAsync(Lead("lost"), None)).ShouldBeNull();
        log.Ids.ShouldBe([1, 2, 3]);
    }

    [TmpfsFact]
    public async Task A_full_disk_loses_nothing_acknowledged_and_writing_goes_on_when_there_is_room()
    {
        var folder = SqliteUnderTest.NewFolder();
        Tmpfs.Mount(folder, "8m");
        try
        {
            var ballast = Path.Combine(folder, "ballast");
            await File.WriteAllBytesAsync(ballast, new byte[5 << 20]);
            var options = new SqliteStoreOptions { DataFolder = folder, CheckpointPages = 100 };
            var acknowledged = 0;
            await using (var store = await SqliteStore.OpenAsync(options, TimeProvider.System))
            {
                acknowledged = await FillAsync(store, from: 0);
                store.IsHealthy.ShouldBeFalse();
                store.Trouble.ShouldNotBeNull().ShouldContain("full");
                await CheckAsync(store, acknowledged);

                File.Delete(ballast);
                await Poll.UntilAsync(() => store.IsHealthy, "the probe has not found room again");
                await Task.WhenAll(Enumerable.Range(acknowledged, 50).Select(i => PutAsync(store, i)));
                acknowledged += 50;
            }
            await using var reopened = await SqliteStore.OpenAsync(options, TimeProvider.System);
            await CheckAsync(reopened, acknowledged);
        }
        finally
        {
            Tmpfs.Unmount(folder);
        }
    }

    private static Task PutAsync(SqliteStore store, int i) => store.CommitAsync(
        NoState(Lead($"{i:D6}"), 0) with { State = new byte[4096], Events = [Event(1)] }, None);

    private static async Task<int> FillAsync(SqliteStore store, int from)
    {
        for (var i = from; ; i++)
        {
            try
            {
                await PutAsync(store, i);
            }
            catch (StoreUnavailableException)
            {
                return i;
            }
            i.ShouldBeLessThan(10_000, "the small disk never filled");
        }
    }

    private static async Task CheckAsync(SqliteStore store, int acknowledged)
    {
        var keys = await store.ListKeysAsync("lead", None);
        keys.ShouldBe(Enumerable.Range(0, acknowledged).Select(i => $"{i:D6}"));
        (await store.ReadJournalAsync(0, DateTimeOffset.MinValue, int.MaxValue, None)).Count.ShouldBe(acknowledged);
    }
}
