using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>Documents. Every store's tests inherit it.</summary>
public abstract class DocumentStoreConformance : StoreSuite
{
    private IDocumentStore Store => Under.Documents;

    [Fact]
    public async Task A_document_is_written_once_when_it_must_be_new()
    {
        (await Store.GetAsync("accounts", "ana", None)).ShouldBeNull();
        (await Store.PutAsync("accounts", "ana", Json("1"), 0, None)).ShouldBe(1);
        (await Store.PutAsync("accounts", "ana", Json("2"), 0, None)).ShouldBeNull();

        var stored = (await Store.GetAsync("accounts", "ana", None)).ShouldNotBeNull();
        (stored.Key, stored.Version).ShouldBe(("ana", 1));
        stored.Value.ShouldBe(Json("1"));
        (await Store.GetAsync("sessions", "ana", None)).ShouldBeNull();
        (await Store.GetAsync("accounts", "Ana", None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_document_is_replaced_on_its_version_only()
    {
        await Store.PutAsync("c", "k", Json("1"), null, None);
        (await Store.PutAsync("c", "k", Json("2"), 1, None)).ShouldBe(2);
        (await Store.PutAsync("c", "k", Json("3"), 1, None)).ShouldBeNull();
        (await Store.PutAsync("c", "absent", Json("3"), 1, None)).ShouldBeNull();
        (await Store.PutAsync("c", "k", Json("4"), null, None)).ShouldBe(3);
        (await Store.GetAsync("c", "k", None)).ShouldNotBeNull().Value.ShouldBe(Json("4"));
        (await Store.GetAsync("c", "absent", None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_document_is_removed_once()
    {
        await Store.PutAsync("c", "k", Json("1"), null, None);
        await Store.PutAsync("d", "k", Json("1"), null, None);
        (await Store.DeleteAsync("c", "k", None)).ShouldBeTrue();
        (await Store.DeleteAsync("c", "k", None)).ShouldBeFalse();
        (await Store.GetAsync("c", "k", None)).ShouldBeNull();
        (await Store.GetAsync("d", "k", None)).ShouldNotBeNull();
        (await Store.PutAsync("c", "k", Json("2"), 0, None)).ShouldBe(1);
    }

    [Fact]
    public async Task A_collection_is_listed_by_key()
    {
        string[] keys = ["b", "a", "C", "עברית", "a1"];
        foreach (var key in keys) await Store.PutAsync("c", key, Json(key), 0, None);
        await Store.PutAsync("d", "other", Json("1"), 0, None);
        await Store.PutAsync("c", "b", Json("b2"), 1, None);

        var listed = await Store.ListAsync("c", None);
        listed.Select(d => d.Key).ShouldBe(keys.Order(StringComparer.Ordinal));
        listed.Single(d => d.Key == "b").Version.ShouldBe(2);
        listed.Single(d => d.Key == "עברית").Value.ShouldBe(Json("עברית"));
        (await Store.ListAsync("none", None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_writers_on_one_version_one_wins()
    {
        await Store.PutAsync("c", "k", Json("0"), 0, None);
        var versions = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Store.PutAsync("c", "k", Json($"{i}"), 1, None)));
        versions.Where(v => v is not null).ShouldBe([2]);
    }

    [Fact]
    public async Task What_was_put_is_there_after_reopening()
    {
        await Store.PutAsync("c", "k", [], 0, None);
        await Under.ReopenAsync();
        var stored = (await Store.GetAsync("c", "k", None)).ShouldNotBeNull();
        stored.Version.ShouldBe(1);
        stored.Value.ShouldBeEmpty();
    }
}
