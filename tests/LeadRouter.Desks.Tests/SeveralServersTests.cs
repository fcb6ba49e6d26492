using LeadRouter.Domain.Desks;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Desks.Tests;

/// <summary>Servers on one store have one desk, and the newest version is in force on all.</summary>
public sealed class SeveralServersTests
{
    private readonly InMemoryDocuments _store = new();

    [Fact]
    public async Task Servers_that_start_together_share_the_first_desk()
    {
        var desks = Enumerable.Range(0, 8).Select(_ => new DeskService(_store)).ToList();

        await Task.WhenAll(desks.Select((desk, i) => desk.LoadAsync(In($"EU{i}"), CancellationToken.None)));

        desks.Select(desk => desk.Version).ShouldAllBe(version => version == 1);
        desks.Select(desk => desk.Current.Desk.Currency).Distinct().ShouldHaveSingleItem();
        _store.Count("desk").ShouldBe(1);
    }

    [Fact]
    public async Task A_desk_put_in_force_on_one_comes_into_force_on_the_other_once()
    {
        var (one, two) = (await StartAsync(), await StartAsync());
        var changes = new List<string>();
        two.Changed += desk => changes.Add(desk.Currency);
        await one.PutAsync(In("GBP"), one.Version, CancellationToken.None);
        var document = await StoredAsync();

        await two.ApplyAsync("desk", document);
        await two.ApplyAsync("desk", document);

        two.Current.Desk.Currency.ShouldBe("GBP");
        two.Version.ShouldBe(2);
        changes.ShouldBe(["GBP"]);
    }

    [Fact]
    public async Task Its_own_desk_coming_back_and_an_older_one_change_nothing()
    {
        var one = await StartAsync();
        var first = await StoredAsync();
        var changes = 0;
        one.Changed += _ => changes++;
        await one.PutAsync(In("GBP"), one.Version, CancellationToken.None);

        await one.ApplyAsync("desk", await StoredAsync());
        await one.ApplyAsync("desk", first);

        one.Current.Desk.Currency.ShouldBe("GBP");
        changes.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_one_is_refused_wherever_they_are()
    {
        var (one, two) = (await StartAsync(), await StartAsync());

        var written = await Task.WhenAll(one.PutAsync(In("GBP"), 1, CancellationToken.None), two.PutAsync(In("USD"), 1, CancellationToken.None));

        written.Where(version => version is not null).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_desk_of_a_newer_version_is_refused_and_the_one_in_force_stays()
    {
        var one = await StartAsync();

        var refused = await Should.ThrowAsync<StoredFormatException>(() => one.ApplyAsync("desk", new StoredDocument("desk", 2, """{"$v":7}"""u8.ToArray())));

        refused.Message.ShouldContain("'desk' was written in version 7");
        one.Version.ShouldBe(1);
    }

    private static Desk In(string currency) => DefaultDesk.Create() with { Currency = currency };

    private async Task<DeskService> StartAsync()
    {
        var desk = new DeskService(_store);
        await desk.LoadAsync(In("EUR"), CancellationToken.None);
        return desk;
    }

    private async Task<StoredDocument> StoredAsync() => (await _store.GetAsync("desk", "desk", CancellationToken.None)).ShouldNotBeNull();
}
