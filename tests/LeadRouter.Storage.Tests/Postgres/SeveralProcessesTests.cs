using LeadRouter.Turns.Ports;
using Npgsql;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Postgres;

[Collection("postgres")]
public sealed class SeveralProcessesTests(PostgresFixture postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [PostgresFact]
    public async Task Of_two_stores_on_one_version_one_wins_and_the_journal_has_no_gap()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        await using var second = await under.OpenSecondAsync();
        for (var version = 0; version < 50; version++)
        {
            var turn = State(Lead("a"), version) with { Events = [Event(version + 1)] };
            var won = await Task.WhenAll(WinsAsync(under.Store, turn), WinsAsync(second, turn));
            won.Count(w => w).ShouldBe(1);
        }
        (await second.ReadEventsAsync(Lead("a"), None)).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 50).Select(i => (long)i));
    }

    [PostgresFact]
    public async Task A_message_is_handled_by_one_of_two_stores()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        await using var second = await under.OpenSecondAsync();
        await under.Store.CommitAsync(State(Lead("a"), 0) with { Outbox = [Message(Lead("a"), 1)] });
        var consumed = new OutboxKey(Lead("a"), 1);
        var won = await Task.WhenAll(
            WinsAsync(under.Store, State(Rep("r"), 0) with { Consumed = consumed }),
            WinsAsync(second, State(Rep("s"), 0) with { Consumed = consumed }));
        won.Count(w => w).ShouldBe(1);
        (await second.ListKeysAsync("rep", None)).ShouldHaveSingleItem();
    }

    [PostgresFact]
    public async Task A_reader_never_passes_over_a_position_that_commits_later()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        await using var second = await under.OpenSecondAsync();
        await using var db = new NpgsqlConnection($"{postgres.Server!.ConnectionString};Search Path={under.Schema}");
        await db.OpenAsync();
        await using var slow = await db.BeginTransactionAsync();
        // What a writer does, held open before its commit: the lock, then a position.
        await using var hold = new NpgsqlCommand($"""
            SELECT pg_advisory_xact_lock(hashtext('{under.Schema}'), 2);
            INSERT INTO events (kind, key, sequence, at, type, data) VALUES ('lead', 'slow', 1, 0, 'T', '');
            INSERT INTO journal_hours VALUES (0, 1);
            """, db);
        await hold.ExecuteNonQueryAsync();
        var later = Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            (i % 2 == 0 ? under.Store : second).CommitAsync(State(Lead($"{i}"), 0) with { Events = [Event(1)] })));
        for (var tries = 0; tries < 20; tries++)
            (await second.ReadJournalAsync(0, DateTimeOffset.MinValue, 100, None)).ShouldBeEmpty();
        await slow.CommitAsync();
        await later;

        var read = await second.ReadJournalAsync(0, DateTimeOffset.MinValue, 100, None);
        read.Count.ShouldBe(41);
        read[0].Id.ShouldBe(Lead("slow"));
        read.Select(e => e.Position).ShouldBe(read.Select(e => e.Position).Distinct().Order());
    }

    [PostgresFact]
    public async Task Personal_data_goes_and_its_event_stays()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        await under.Store.CommitAsync(State(Lead("a"), 0) with { Events = [Event(1) with { Personal = Json("Dana") }, Event(2)] });
        (await under.Store.ReadEventsAsync(Lead("a"), None)).Select(e => e.Personal).ShouldBe([Json("Dana"), null]);
        (await under.Store.ErasePersonalAsync(Lead("a"), None)).ShouldBe(1);
        (await under.Store.ReadEventsAsync(Lead("a"), None)).Select(e => e.Personal).ShouldBe([null, null]);
    }

    private static async Task<bool> WinsAsync(IEngineStore store, TurnWrite turn)
    {
        try
        {
            await store.CommitAsync(turn);
            return true;
        }
        catch (Exception lost) when (lost is VersionConflictException or MessageGoneException)
        {
            return false;
        }
    }
}
