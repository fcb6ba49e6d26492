using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Views.Reps;

namespace LeadRouter.Turns.Tests.Views;

/// <summary>What a rep's screen is told, and in which order.</summary>
public sealed class RepScreensTests
{
    private static readonly RepId Dana = new("dana");
    private static readonly RepId Noam = new("noam");

    private readonly Story _story = new();
    private readonly Pictures _pictures = new();
    private readonly RepScreens _screens;

    public RepScreensTests() => _screens = new RepScreens(_pictures);

    [Fact]
    public async Task An_offer_that_is_accepted_worked_and_won()
    {
        await OpenAsync(Dana);
        var lead = await _story.NewLeadAsync();

        await HappensAsync(lead, _story.Offered(Dana));
        Told($"dana: OfferMade {lead}");
        await HappensAsync(lead, _story.Accepted(lead));
        Told($"dana: OfferEnded {lead} Accepted", $"dana: LeadUpdated {lead} Owned");
        await HappensAsync(lead, _story.Reminded(lead));
        Told($"dana: Reminder {lead} 1", $"dana: LeadUpdated {lead} Owned");
        await HappensAsync(lead, new ReminderSnoozed(Dana, _story.Leads[lead].Next!));
        Told($"dana: LeadUpdated {lead} Owned");
        await HappensAsync(lead, _story.Called(lead));
        Told($"dana: LeadUpdated {lead} Attempting");
        await HappensAsync(lead, _story.Closed(lead, LeadStatus.Won));
        Told($"dana: LeadUpdated {lead} Won");
        await HappensAsync(lead, new AttemptEnded(_story.Leads[lead].Attempts[^1].Id, Dana, AttemptEnd.Completed, null, null));
        Told($"dana: LeadUpdated {lead} Won");
    }

    [Theory]
    [InlineData(OfferEnd.Declined)]
    [InlineData(OfferEnd.Missed)]
    [InlineData(OfferEnd.Rescinded)]
    public async Task An_offer_that_ends_without_an_owner(OfferEnd why)
    {
        await OpenAsync(Dana);
        var lead = await _story.NewLeadAsync();
        await HappensAsync(lead, _story.Offered(Dana));
        _pictures.Take();

        await HappensAsync(lead, _story.Ended(lead, why), Story.Queued());

        Told($"dana: OfferEnded {lead} {why}", "dana: State Offline []");
    }

    [Fact]
    public async Task A_lead_that_a_supervisor_takes_from_one_to_another()
    {
        await OpenAsync(Dana);
        await OpenAsync(Noam);
        var lead = await _story.NewLeadAsync();
        await HappensAsync(lead, _story.Offered(Dana));
        await HappensAsync(lead, _story.Accepted(lead));
        _pictures.Take();

        await HappensAsync(lead, new LeadReassigned("boss", Noam, "sales"), Story.Queued());
        Told("dana: State Offline []");
        await HappensAsync(lead, _story.Offered(Noam));
        Told($"noam: OfferMade {lead}");
    }

    [Fact]
    public async Task A_lead_that_is_withdrawn_while_it_rings()
    {
        await OpenAsync(Dana);
        var lead = await _story.NewLeadAsync();
        await HappensAsync(lead, _story.Offered(Dana));
        _pictures.Take();

        await HappensAsync(lead, _story.Ended(lead, OfferEnd.Withdrawn), new LeadClosed(LeadStatus.Withdrawn, null, null, null, "boss"));

        Told($"dana: OfferEnded {lead} Withdrawn", "dana: State Offline []");
    }

    [Fact]
    public async Task A_change_that_the_rep_sees_goes_at_once_and_any_other_with_the_next_second()
    {
        await OpenAsync(Dana);

        await RepHappensAsync(Dana, new PresenceChanged(Presence.Available, null, null));
        Told("dana: State Available []");
        await RepHappensAsync(Dana, new PlaceReserved(new LeadId("lead"), 1, Story.Start));
        await RepHappensAsync(Dana, new HoldOwned(new LeadId("lead"), 1, Story.Start));
        Told();
        _screens.Refresh();
        Told("dana: State Available []");
        await RepHappensAsync(Dana, new HoldsVerified([1], Story.Start), new RepConnected("elsewhere"));
        _screens.Refresh();
        Told();
        await RepHappensAsync(Dana, new RepProfileChanged(_story.Reps[Dana].Profile with { Capacity = 3 }));
        Told("dana: State Available []");
        _screens.Recounted([Dana, Noam]);
        Told();
        _screens.Refresh();
        Told("dana: State Available []");
    }

    [Fact]
    public async Task Every_connection_of_a_rep_is_told_and_a_new_one_alone_is_greeted()
    {
        var lead = await _story.OwnedLeadAsync(Dana);
        await OpenAsync(Dana, "desk");
        Told($"desk: State Offline [{lead}]");
        await OpenAsync(Dana, "laptop");
        Told($"laptop: State Offline [{lead}]");

        await HappensAsync(lead, _story.Called(lead));
        Told($"desk: LeadUpdated {lead} Attempting", $"laptop: LeadUpdated {lead} Attempting");
        _screens.Close(Dana, "desk");
        await HappensAsync(lead, _story.Closed(lead, LeadStatus.Lost));
        Told($"laptop: LeadUpdated {lead} Lost");
        _screens.Close(Dana, "laptop");
        _screens.Reps.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_happens_while_a_screen_opens_is_in_its_first_State()
    {
        var moved = await _story.OwnedLeadAsync(Dana);
        var closed = await _story.OwnedLeadAsync(Dana);
        await _story.NewRepAsync(Dana);
        var stored = _story.Reps[Dana];
        _screens.Open(Dana, "dana");
        var read = _story.LeadsOf(Dana);

        await RepHappensAsync(Dana, new PresenceChanged(Presence.Available, null, null));
        await HappensAsync(moved, new LeadTakenBack(Dana, DeadlineKind.AttemptBy), Story.Queued());
        await HappensAsync(closed, _story.Closed(closed, LeadStatus.Won));
        var came = await _story.NewLeadAsync();
        await HappensAsync(came, _story.Offered(Dana));
        Told();
        _screens.Greet(Dana, "dana", stored, read);

        Told($"dana: State Available [{came}]");
    }

    [Fact]
    public async Task A_connection_that_has_gone_before_it_was_greeted_is_told_nothing()
    {
        await _story.NewRepAsync(Dana);
        _screens.Open(Dana, "dana");
        _screens.Close(Dana, "dana");
        _screens.Greet(Dana, "dana", _story.Reps[Dana], []);

        _screens.Reps.ShouldBeEmpty();
        Told();
    }

    [Fact]
    public async Task A_rep_without_a_screen_here_is_told_nothing()
    {
        await OpenAsync(Noam);
        var lead = await _story.NewLeadAsync();
        _pictures.Take();

        await HappensAsync(lead, _story.Offered(Dana));
        await HappensAsync(lead, _story.Accepted(lead));

        Told();
    }

    [Fact]
    public async Task The_same_news_twice_and_older_news_are_told_once()
    {
        await OpenAsync(Dana);
        var lead = await _story.NewLeadAsync();
        var offered = await HappensAsync(lead, _story.Offered(Dana));
        var accepted = await HappensAsync(lead, _story.Accepted(lead));
        var closed = await HappensAsync(lead, _story.Closed(lead, LeadStatus.Lost));
        _pictures.Take();

        foreach (var late in new[] { offered, accepted, closed, offered })
        {
            _screens.Committed(late);
            _screens.Take((Lead)late.After!, late.Events);
        }

        Told();
    }

    [Fact]
    public async Task Of_an_offer_that_is_over_before_the_screen_hears_of_it_nothing_is_told()
    {
        await OpenAsync(Dana);
        var lead = await _story.OfferedLeadAsync(Dana);
        await _story.LeadAsync(lead, _story.Ended(lead, OfferEnd.Missed), Story.Queued());
        _pictures.Take();

        _screens.Take(_story.Leads[lead], []);

        Told();
    }

    /// <summary>The state is newer than the events that came with it: how an offer ended is told by how the lead stands.</summary>
    [Theory]
    [InlineData("accepted", "Accepted")]
    [InlineData("missed", "Rescinded")]
    [InlineData("withdrawn", "Withdrawn")]
    public async Task An_offer_whose_end_is_seen_from_the_lead_alone(string end, string told)
    {
        await OpenAsync(Dana);
        var lead = await _story.NewLeadAsync();
        await HappensAsync(lead, _story.Offered(Dana));
        _pictures.Take();
        await (end switch
        {
            "accepted" => _story.LeadAsync(lead, _story.Accepted(lead)),
            "missed" => _story.LeadAsync(lead, _story.Ended(lead, OfferEnd.Missed), Story.Queued()),
            _ => _story.LeadAsync(lead, _story.Ended(lead, OfferEnd.Withdrawn), new LeadClosed(LeadStatus.Withdrawn, null, null, null, "boss")),
        });

        _screens.Take(_story.Leads[lead], []);

        _pictures.Take()[0].ShouldBe($"dana: OfferEnded {lead} {told}");
    }

    private async Task OpenAsync(RepId rep, string? connection = null)
    {
        if (!_story.Reps.ContainsKey(rep))
            await _story.NewRepAsync(rep);
        _screens.Open(rep, connection ?? rep.Value);
        _screens.Greet(rep, connection ?? rep.Value, _story.Reps[rep], _story.LeadsOf(rep));
        if (connection is null)
            _pictures.Take();
    }

    private async Task<Ports.CommittedTurn> HappensAsync(LeadId lead, params LeadEvent[] events)
    {
        var turn = await _story.LeadAsync(lead, events);
        _screens.Committed(turn);
        return turn;
    }

    private async Task RepHappensAsync(RepId rep, params RepEvent[] events) => _screens.Committed(await _story.RepAsync(rep, events));

    private void Told(params string[] words) => _pictures.Take().ShouldBe(words);
}
