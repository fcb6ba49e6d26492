using Npgsql;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Postgres;

[Collection("postgres")]
public sealed class DocumentJournalTests(PostgresFixture postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [PostgresFact]
    public async Task Each_document_is_told_as_it_is_since_its_last_change()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        (await under.Store.LastRevisionAsync(None)).ShouldBe(0);
        await under.Store.PutAsync("accounts", "ana", Json("1"), 0, None);
        await under.Store.PutAsync("accounts", "bo", Json("2"), 0, None);
        await under.Store.PutAsync("accounts", "ana", Json("3"), 1, None);
        // What changes nothing is no change.
        (await under.Store.PutAsync("accounts", "ana", Json("4"), 1, None)).ShouldBeNull();
        (await under.Store.DeleteAsync("accounts", "absent", None)).ShouldBeFalse();

        var changes = await under.Store.ReadDocumentChangesAsync(0, 10, None);
        changes.Select(change => $"{change.Collection} {change.Key} {change.Document?.Version}").ShouldBe(["accounts bo 1", "accounts ana 2"]);
        changes[1].Document.ShouldNotBeNull().Value.ShouldBe(Json("3"));
        (await under.Store.LastRevisionAsync(None)).ShouldBe(changes[1].Revision);
        (await under.Store.ReadDocumentChangesAsync(0, 1, None)).ShouldHaveSingleItem().Revision.ShouldBe(changes[0].Revision);
        (await under.Store.ReadDocumentChangesAsync(changes[0].Revision, 10, None)).ShouldHaveSingleItem().Key.ShouldBe("ana");
        (await under.Store.ReadDocumentChangesAsync(changes[1].Revision, 10, None)).ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task A_deletion_is_told_for_a_day_and_the_key_is_free_at_once()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        foreach (var key in new[] { "old", "new", "again" }) await under.Store.PutAsync("c", key, Json(key), 0, None);
        var seen = await under.Store.LastRevisionAsync(None);
        foreach (var key in new[] { "old", "new", "again" }) (await under.Store.DeleteAsync("c", key, None)).ShouldBeTrue();
        (await under.Store.ReadDocumentChangesAsync(seen, 10, None)).Select(change => (change.Key, change.Document)).ShouldBe([("old", null), ("new", null), ("again", null)]);
        (await under.Store.ListAsync("c", None)).ShouldBeEmpty();
        (await under.Store.PutAsync("c", "again", Json("2"), 0, None)).ShouldBe(1);

        await using var db = new NpgsqlConnection($"{postgres.Server!.ConnectionString};Search Path={under.Schema}");
        await db.OpenAsync();
        await using var age = new NpgsqlCommand("UPDATE documents SET deleted_at = deleted_at - interval '25 hours' WHERE key = 'old'", db);
        (await age.ExecuteNonQueryAsync()).ShouldBe(1);
        await under.Store.DeleteAsync("c", "again", None);
        (await under.Store.ReadDocumentChangesAsync(seen, 10, None)).Select(change => change.Key).ShouldBe(["new", "again"]);
    }

    [PostgresFact]
    public async Task A_reader_never_passes_over_a_revision_that_commits_later()
    {
        await using var under = await PostgresUnderTest.OpenAsync(postgres.Server!);
        await using var second = await under.OpenSecondAsync();
        await using var db = new NpgsqlConnection($"{postgres.Server!.ConnectionString};Search Path={under.Schema}");
        await db.OpenAsync();
        await using var slow = await db.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("SELECT write_document('c', 'slow', '\\x31', NULL, 'nobody')", db);
        await hold.ExecuteNonQueryAsync();
        var later = Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? under.Store : second).PutAsync("c", $"{i}", Json("1"), 0, None)));
        for (var tries = 0; tries < 20; tries++)
        {
            (await second.ReadDocumentChangesAsync(0, 100, None)).ShouldBeEmpty();
            (await second.LastRevisionAsync(None)).ShouldBe(0);
        }
        await slow.CommitAsync();
        await later;
        var read = await second.ReadDocumentChangesAsync(0, 100, None);
        read.Count.ShouldBe(7);
        read[0].Key.ShouldBe("slow");
    }
}
