using System.Globalization;
using System.Text;
using LeadRouter.Storage.Sqlite;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Sqlite;

public sealed class CrashDurabilityTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(3000)]
    public async Task Every_acknowledged_commit_survives_a_kill_and_no_turn_is_there_in_part(int lines)
    {
        var folder = SqliteUnderTest.NewFolder();
        try
        {
            using var child = new ChildProcess(folder);
            var acknowledged = await child.KillAfterAsync(lines);
            // The dead process holds the folder no longer.
            await using var store = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = folder }, TimeProvider.System);
            await CheckAsync(store, acknowledged);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CheckAsync(SqliteStore store, List<string> acknowledged)
    {
        var none = CancellationToken.None;
        var outbox = await store.ReadOutboxAsync(null, 1000, none);
        var index = await store.ReadIndexAsync("open", none);
        var writers = acknowledged.Select(l => l.Split(' ')).GroupBy(l => l[0], l => long.Parse(l[1], CultureInfo.InvariantCulture)).ToList();
        writers.Count.ShouldBeGreaterThan(1);
        foreach (var writer in writers)
        {
            var id = Lead(writer.Key);
            var stored = (await store.LoadAsync(id, none)).ShouldNotBeNull();
            stored.Version.ShouldBeGreaterThanOrEqualTo(writer.Max());
            // One more may have been durable when the kill came before its answer, never two.
            stored.Version.ShouldBeLessThanOrEqualTo(writer.Max() + 1);
            var state = Encoding.UTF8.GetBytes(stored.Version.ToString(CultureInfo.InvariantCulture));
            stored.State.ShouldBe(state);
            stored.OutboxSequence.ShouldBe(stored.Version);
            (await store.ReadEventsAsync(id, none)).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, (int)stored.Version).Select(i => (long)i));
            outbox.Where(m => m.Key.From == id).Select(m => m.Key.Sequence).ShouldBe([stored.Version]);
            index.Single(e => e.Key == id.Key).Value.ShouldBe(state);
        }
    }
}
