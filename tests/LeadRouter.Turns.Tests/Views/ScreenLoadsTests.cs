using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Views.Reps;

namespace LeadRouter.Turns.Tests.Views;

/// <summary>What a screen that opens is shown, and what other servers commit is told, both from the store.</summary>
public sealed class ScreenLoadsTests : IDisposable
{
    private static readonly RepId Dana = new("dana");

    private readonly Story _story = new();
    private readonly Pictures _pictures = new();
    private readonly RepScreens _screens;
    private readonly ScreenLoads _loads;
    private readonly RepScreensFollower _follower;
    private long _position;

    public ScreenLoadsTests()
    {
        _screens = new RepScreens(_pictures);
        _loads = new ScreenLoads(_screens, _story.Store);
        _follower = new RepScreensFollower(_screens, _loads);
    }

    public void Dispose() => _loads.Dispose();

    [Fact]
    public async Task A_screen_opens_with_the_newest_leads_and_with_those_that_are_worked_on()
    {
        await _story.NewRepAsync(Dana);
        var worked = await _story.OwnedLeadAsync(Dana);
        await _story.RepAsync(Dana, new PlaceReserved(worked, 1, Story.Start));
        for (var i = 0; i < 210; i++)
            await _story.OwnedLeadAsync(Dana);

        await OpenAsync();

        var shown = _pictures["dana"].Leads;
        shown.Count.ShouldBe(201);
        shown.ShouldContainKey(worked);
    }

    [Fact]
    public async Task A_screen_opens_with_the_leads_that_wait_first_for_its_rep()
    {
        await _story.NewRepAsync(Dana);
        var due = await _story.OwnedLeadAsync(Dana);
        await _story.LeadAsync(due, Story.CallBack());
        await _story.LeadAsync(due, _story.CallbackDue(due));
        var taken = await _story.OwnedLeadAsync(Dana);
        await _story.LeadAsync(taken, Story.CallBack());
        await _story.LeadAsync(taken, _story.CallbackDue(taken));
        await _story.LeadAsync(taken, _story.Offered(new RepId("noam")));

        await OpenAsync();

        _pictures["dana"].Leads.Keys.ShouldBe([due]);
    }

    [Fact]
    public async Task A_call_back_that_falls_due_stays_on_the_screen_of_its_rep_until_another_has_it()
    {
        await _story.NewRepAsync(Dana);
        var lead = await _story.OwnedLeadAsync(Dana);
        await _story.LeadAsync(lead, Story.CallBack());
        await OpenAsync();
        await FollowAsync();
        _pictures.Take();

        await _story.LeadAsync(lead, _story.CallbackDue(lead));
        await FollowAsync();
        _pictures.Take().ShouldBe([$"dana: LeadUpdated {lead} Waiting"]);
        await _story.LeadAsync(lead, _story.Offered(new RepId("noam")));
        await FollowAsync();
        _pictures.Take().ShouldBe(["dana: State Offline []"]);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_greets_nobody_and_keeps_no_place()
    {
        await _story.NewRepAsync(Dana);
        _story.Store.IsDown = true;
        for (var i = 0; i < 50; i++)
        {
            _screens.Open(Dana, "dana");
            await Should.ThrowAsync<StoreUnavailableException>(() => _loads.GreetAsync("dana", _story.Reps[Dana], default));
        }

        _pictures.Take().ShouldBeEmpty();
        _story.Store.IsDown = false;
        await _loads.GreetAsync("dana", _story.Reps[Dana], default);
        _pictures.Take().ShouldBe(["dana: State Offline []"]);
    }

    [Fact]
    public async Task What_another_server_commits_is_told_by_the_journal()
    {
        await _story.NewRepAsync(Dana);
        await OpenAsync();
        await FollowAsync();
        _pictures.Take();

        var lead = await _story.OfferedLeadAsync(Dana);
        await FollowAsync();
        _pictures.Take().ShouldBe([$"dana: OfferMade {lead}"]);
        await _story.LeadAsync(lead, _story.Ended(lead, OfferEnd.Missed), Story.Queued());
        await _story.RepAsync(Dana, new PresenceChanged(Presence.Break, "missedOffers", null));
        await FollowAsync();
        _pictures.Take().ShouldBe(["dana: State Break [" + lead + "]", $"dana: OfferEnded {lead} Missed", "dana: State Break []"]);
    }

    [Fact]
    public async Task What_concerns_no_screen_here_is_not_read()
    {
        await _story.NewRepAsync(Dana);
        await OpenAsync();
        await FollowAsync();
        var lead = await _story.OwnedLeadAsync(new RepId("noam"));
        await _story.LeadAsync(lead, _story.Closed(lead, LeadStatus.Won));
        var read = _story.Store.Reads;

        await _follower.TakeAsync(await PageAsync(), default);

        // The journal's page alone.
        (_story.Store.Reads - read).ShouldBe(1);
        _pictures.Take().ShouldBe(["dana: State Offline []"]);
    }

    [Fact]
    public async Task What_a_screen_has_heard_from_this_process_is_not_read_again()
    {
        await _story.NewRepAsync(Dana);
        await OpenAsync();
        await FollowAsync();
        var lead = await _story.NewLeadAsync();
        _screens.Committed(await _story.LeadAsync(lead, _story.Offered(Dana)));
        _screens.Committed(await _story.LeadAsync(lead, _story.Accepted(lead)));
        var read = _story.Store.Reads;

        await _follower.TakeAsync(await PageAsync(), default);

        (_story.Store.Reads - read).ShouldBe(1);
    }

    private async Task OpenAsync()
    {
        _screens.Open(Dana, "dana");
        await _loads.GreetAsync("dana", _story.Reps[Dana], default);
    }

    private async Task FollowAsync()
    {
        var page = await PageAsync();
        await _follower.TakeAsync(page, default);
        _position = page[^1].Position;
    }

    private Task<IReadOnlyList<StoredEvent>> PageAsync() => _story.Store.ReadJournalAsync(_position, DateTimeOffset.MinValue, 1000, default);
}
