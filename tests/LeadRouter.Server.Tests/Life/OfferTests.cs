using System.Diagnostics;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Life;

/// <summary>Offers that are declined, missed or taken away: the lead always goes on.</summary>
[Collection(LifeOnOneServer.Name)]
public sealed class OfferTests(LifeServer server)
{
    [Fact]
    public async Task A_lead_rings_within_a_second_of_its_post()
    {
        await server.AddQueuesAsync(new { id = "soon", offerSeconds = 60 });
        await using var rep = await server.OpenRepAsync("soon", "soon");
        var took = new List<TimeSpan>();
        for (var i = 0; i < 6; i++)
        {
            var posted = Stopwatch.GetTimestamp();
            var leadId = await server.PostLeadAsync("soon");
            var offer = await rep.OfferOfAsync(leadId);
            took.Add(Stopwatch.GetElapsedTime(posted));
            (await rep.Desk.AcceptAsync(offer.OfferId)).ShouldBeDone();
            (await rep.Desk.CompleteAsync(leadId, new CompleteRequest { Disposition = "notInterested" })).ShouldBeDone();
        }

        // The first one pays for the start of the process; the middle one of the rest is what a rep sees.
        took.Skip(1).Order().ElementAt(2).ShouldBeLessThan(TimeSpan.FromSeconds(1), string.Join(", ", took));
    }

    [Fact]
    public async Task A_declined_lead_goes_to_the_next_rep_and_comes_round_when_all_have_declined()
    {
        await server.AddQueuesAsync(new { id = "declined", offerSeconds = 60, offerAgainSeconds = 2 });
        await using var first = await server.OpenRepAsync("declined-1", "declined");
        var leadId = await server.PostLeadAsync("declined");
        var offer = await first.OfferOfAsync(leadId);
        await using var second = await server.OpenRepAsync("declined-2", "declined");

        (await first.Desk.DeclineAsync(offer.OfferId, "I know her")).ShouldBeDone();
        (await first.Ended.TakeAsync(ended => ended.OfferId == offer.OfferId, "the end of the offer")).Why.ShouldBe("declined");
        var next = await second.OfferOfAsync(leadId);
        (await second.Desk.DeclineAsync(next.OfferId)).ShouldBeDone();

        // Nobody is left who has not declined: the first one gets it again.
        await first.AcceptAsync(leadId);
        var lead = await server.Admin.LeadAsync(leadId);
        lead.Owner.ShouldBe(first.RepId);
        lead.Timeline.Count(entry => entry.Type == "offerEnded").ShouldBe(2);
        lead.Timeline.First(entry => entry.Type == "offerEnded").Data.GetProperty("reason").GetString().ShouldBe("I know her");
        lead.Decisions[1].Excluded.ShouldContain(excluded => excluded.RepId == first.RepId);
        (await server.BoardAsync()).Totals.OffersDeclined.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Three_missed_offers_put_the_rep_on_break_and_the_screen_says_why()
    {
        await server.AddQueuesAsync(new { id = "missed", offerSeconds = 5, offerAgainSeconds = 0 });
        await using var rep = await server.OpenRepAsync("missed", "missed");
        var leadId = await server.PostLeadAsync("missed");

        for (var i = 0; i < 3; i++)
        {
            var offer = await rep.OfferOfAsync(leadId);
            (await rep.Ended.TakeAsync(ended => ended.OfferId == offer.OfferId, "the end of the offer")).Why.ShouldBe("missed");
        }

        var state = await rep.States.TakeAsync(state => state.Presence == "break", "the break");
        state.PresenceReason.ShouldBe("missedOffers");
        await server.LeadAsync(leadId, lead => lead.State == "waiting", "its place in the queue");
        var alert = (await server.BoardAsync(board => board.Alerts.Any(alert => alert.Kind == "repPaused"), "the paused rep")).Alerts.Single(alert => alert.Kind == "repPaused");
        alert.RepId.ShouldBe(rep.RepId);

        // And coming back brings the lead back, with a clean slate.
        (await rep.Desk.SetPresenceAsync("available")).ShouldBeDone();
        await rep.AcceptAsync(leadId);
        (await rep.States.TakeAsync(state => state is { Presence: "available", Leads.Count: 1, Today.Missed: 3 }, "the desk with the lead")).MissedInRow.ShouldBe(0);
    }

    [Fact]
    public async Task A_break_gives_back_what_rings()
    {
        await server.AddQueuesAsync(new { id = "break", offerSeconds = 60 });
        await using var rep = await server.OpenRepAsync("break-1", "break");
        var leadId = await server.PostLeadAsync("break");
        var offer = await rep.OfferOfAsync(leadId);
        await using var next = await server.OpenRepAsync("break-2", "break");

        (await rep.Desk.SetPresenceAsync("break")).ShouldBeDone();

        (await rep.Ended.TakeAsync(ended => ended.OfferId == offer.OfferId, "the end of the offer")).Why.ShouldBe("rescinded");
        await next.OfferOfAsync(leadId);
    }

    [Fact]
    public async Task A_lost_connection_gives_offers_back_after_the_grace_time_and_keeps_what_is_owned()
    {
        // Given a rep who owns a lead while another rings
        await server.AddQueuesAsync(new { id = "lost", offerSeconds = 60 });
        var account = await server.AddRepAsync("lost", "lost");
        (await server.Anybody.SendAsync(HttpMethod.Patch, $"/api/v1/reps/{account.RepId}", server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter, System.Net.Http.Json.JsonContent.Create(new { capacity = 2 }))).Status.ShouldBe(200);
        var rep = await RepScreen.OpenAsync(server, account);
        var owned = await server.PostLeadAsync("lost");
        await rep.AcceptAsync(owned);
        var ringing = await server.PostLeadAsync("lost");
        await rep.OfferOfAsync(ringing);

        // When the connection is lost for good
        await rep.DisposeAsync();

        // Then the rep is offline after the grace time, what rang waits, and what was owned is still owned
        var lost = await Eventually.SeesAsync(async () => (await server.Admin.GetAsync<RepDto[]>("/api/v1/reps")).Single(dto => dto.RepId == account.RepId), dto => dto.Presence == "offline", "the rep offline");
        lost.PresenceReason.ShouldBe("connectionLost");
        await server.LeadAsync(ringing, lead => lead.State == "waiting", "its way back to the queue");
        (await server.Admin.LeadAsync(owned)).ShouldSatisfyAllConditions(lead => lead.State.ShouldBe("owned"), lead => lead.Owner.ShouldBe(account.RepId));

        // And who comes back finds it on the desk
        await using var back = await RepScreen.OpenAsync(server, account, available: false);
        back.Desk.State!.Leads.Single().LeadId.ShouldBe(owned);
        back.Desk.State.PresenceReason.ShouldBe("connectionLost");
    }

    [Fact]
    public async Task A_reload_within_the_grace_time_keeps_what_rings()
    {
        await server.AddQueuesAsync(new { id = "reload", offerSeconds = 60 });
        var account = await server.AddRepAsync("reload", "reload");
        var rep = await RepScreen.OpenAsync(server, account);
        var leadId = await server.PostLeadAsync("reload");
        var offer = await rep.OfferOfAsync(leadId);

        await rep.DisposeAsync();
        await using var back = await RepScreen.OpenAsync(server, account, available: false);

        back.Desk.State!.Presence.ShouldBe("available");
        back.Desk.State.Offers.Single().OfferId.ShouldBe(offer.OfferId);
        (await back.Desk.AcceptAsync(offer.OfferId)).ShouldBeDone();
    }
}
