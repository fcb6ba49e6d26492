using LeadRouter.Server.Tests.Support;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Tests.Hubs;

/// <summary>What a rep gets who does what cannot be done: a stable code, a sentence, and the lead as it was.</summary>
[Collection(RefusalsOnOneServer.Name)]
public sealed class RefusedCallTests(LifeServer server)
{
    [Fact]
    public async Task An_offer_that_is_over_cannot_be_accepted()
    {
        await server.AddQueuesAsync(new { id = "expire", offerSeconds = 5, offerAgainSeconds = 3600, sla = Calm });
        await using var rep = await server.OpenRepAsync("expire", "expire");
        var leadId = await server.PostLeadAsync("expire");
        var offer = await rep.OfferOfAsync(leadId);
        (await rep.Ended.TakeAsync(ended => ended.OfferId == offer.OfferId, "the end of the offer")).Why.ShouldBe("missed");

        await ShouldChangeNothingAsync(leadId, async () =>
        {
            (await rep.Desk.AcceptAsync(offer.OfferId)).ShouldBeRefused("offer_gone");
            (await rep.Desk.DeclineAsync(offer.OfferId)).ShouldBeRefused("offer_gone");
        });
    }

    [Fact]
    public async Task Somebody_elses_offer_cannot_be_answered()
    {
        await server.AddQueuesAsync(new { id = "theirs", offerSeconds = 60, sla = Calm });
        await using var rep = await server.OpenRepAsync("theirs", "theirs");
        await using var other = await server.OpenRepAsync("theirs-not");
        var leadId = await server.PostLeadAsync("theirs");
        var offer = await rep.OfferOfAsync(leadId);

        await ShouldChangeNothingAsync(leadId, async () =>
        {
            (await other.Desk.AcceptAsync(offer.OfferId)).ShouldBeRefused("offer_not_yours");
            (await other.Desk.DeclineAsync(offer.OfferId)).ShouldBeRefused("offer_not_yours");
        });
        (await rep.Desk.AcceptAsync(offer.OfferId)).ShouldBeDone();
        (await rep.Desk.AcceptAsync(offer.OfferId)).ShouldBeRefused("offer_already_accepted");
        (await other.Desk.AcceptAsync(offer.OfferId)).ShouldBeRefused("offer_gone");
    }

    [Fact]
    public async Task Garbage_gets_an_answer()
    {
        await using var rep = await server.OpenRepAsync("garbage");

        foreach (var offer in new[] { null, "", "garbage", "." })
        {
            (await rep.Desk.AcceptAsync(offer!)).ShouldBeRefused("offer_gone");
            (await rep.Desk.DeclineAsync(offer!)).ShouldBeRefused("offer_gone");
        }

        foreach (var id in new[] { null, "", "nothing", "../../etc", "a'b", "\0", new string('x', 10_000) })
        {
            (await rep.Desk.AcceptAsync($"{id}x.y")).Refusal!.Code.ShouldBeOneOf("offer_gone", "lead_not_found");
            (await rep.Desk.CallAsync(id!)).ShouldBeRefused("not_owner");
            (await rep.Desk.CompleteAsync(id!, new CompleteRequest { Disposition = "won" })).Refusal!.Code.ShouldBe("lead_not_found", id);
        }

        (await rep.Desk.CompleteAsync("nothing", null!)).ShouldBeRefused("unknown_disposition");
        (await rep.Desk.SnoozeAsync(null!, 5)).ShouldBeRefused("no_reminder");
        (await rep.Desk.SnoozeAsync("nothing.attemptBy.1", 5)).Refusal!.Code.ShouldBe("lead_not_found");
        (await rep.Desk.SnoozeAsync("nothing.anything.1", 5)).ShouldBeRefused("no_reminder");
        foreach (var presence in new[] { null, "", "asleep", "Available" })
            (await rep.Desk.SetPresenceAsync(presence!)).ShouldBeRefused("bad_presence");
    }

    [Theory]
    [InlineData("NoSuchMethod")]
    [InlineData("State", "me")]
    [InlineData("AcceptOffer", 5)]
    [InlineData("AcceptOffer")]
    [InlineData("Snooze", "x", "soon")]
    [InlineData("Complete", "x", "won")]
    [InlineData("OnConnectedAsync")]
    public async Task A_call_that_is_none_fails_alone_and_the_connection_stays(string method, params object[] arguments)
    {
        await using var rep = await server.OpenRepAsync($"broken-{Guid.NewGuid():N}");

        await Should.ThrowAsync<HubException>(() => rep.Desk.InvokeAsync(method, arguments));

        (await rep.Desk.SetPresenceAsync("break")).ShouldBeDone();
    }

    [Fact]
    public async Task Only_the_owner_calls_and_says_what_came_of_it()
    {
        await server.AddQueuesAsync(new { id = "owners", offerSeconds = 60, sla = Calm });
        await using var owner = await server.OpenRepAsync("owner", "owners");
        await using var other = await server.OpenRepAsync("not-owner");
        var leadId = await server.PostLeadAsync("owners");

        // Offered is not owned.
        await owner.OfferOfAsync(leadId);
        await ShouldChangeNothingAsync(leadId, async () =>
        {
            (await owner.Desk.CallAsync(leadId)).ShouldBeRefused("not_owner");
            (await owner.Desk.CompleteAsync(leadId, Won)).ShouldBeRefused("not_owner");
        });
        var offer = (await server.Admin.LeadAsync(leadId)).Offer!;
        (await owner.Desk.AcceptAsync(offer.OfferId)).ShouldBeDone();

        await ShouldChangeNothingAsync(leadId, async () =>
        {
            (await other.Desk.CallAsync(leadId)).ShouldBeRefused("not_owner");
            (await other.Desk.CompleteAsync(leadId, Won)).ShouldBeRefused("not_owner");
            (await other.Desk.SnoozeAsync($"{leadId}.attemptBy.1", 5)).ShouldBeRefused("not_owner");
            (await owner.Desk.SnoozeAsync($"{leadId}.attemptBy.1", 5)).ShouldBeRefused("no_reminder");
        });
    }

    [Fact]
    public async Task A_result_that_cannot_be_is_refused()
    {
        await server.AddQueuesAsync(new { id = "results", sla = Calm });
        await using var rep = await server.OpenRepAsync("results", "results");
        var leadId = await server.PostLeadAsync("results");
        await rep.AcceptAsync(leadId);

        await ShouldChangeNothingAsync(leadId, async () =>
        {
            foreach (var (body, code) in new (CompleteRequest, string)[]
            {
                (new() { Disposition = "sold" }, "unknown_disposition"),
                (new() { Disposition = "" }, "unknown_disposition"),
                (new(), "unknown_disposition"),
                (new() { Disposition = "won" }, "amount_required"),
                (Won with { Amount = new MoneyDto(-1, "ILS") }, "amount_required"),
                (Won with { Amount = new MoneyDto(0, "ILS") }, "amount_required"),
                (Won, "no_contact"),
                (Won with { Amount = new MoneyDto(2_000_000_000, "ILS") }, "amount_required"),
                (Won with { Amount = new MoneyDto(1200, "USD") }, "unknown_currency"),
                (Won with { Note = new string('x', 4001) }, "note_too_long"),
                (new() { Disposition = "callback" }, "callback_time_required"),
                (new() { Disposition = "callback", CallbackAt = DateTimeOffset.UtcNow.AddMinutes(-1) }, "callback_time_required"),
                (new() { Disposition = "callback", CallbackAt = DateTimeOffset.UtcNow.AddDays(91) }, "callback_time_required"),
                (new() { Disposition = "noAnswer" }, "no_attempt"),
            })
                (await rep.Desk.CompleteAsync(leadId, body)).ShouldBeRefused(code);
            // What the sentence names comes beside it, from the hub itself and from the lead's rules.
            (await rep.Desk.CompleteAsync(leadId, Won with { Note = new string('x', 4001) })).Refusal!.Values!["most"].ToString().ShouldBe("4000");
            (await rep.Desk.CompleteAsync(leadId, Won with { Amount = null })).Refusal!.Values!["most"].ToString().ShouldBe("1000000000");
        });

        (await rep.Desk.CallAsync(leadId)).ShouldBeDone();
        // A bare number is money of the centre.
        (await rep.Desk.InvokeAsync("Complete", leadId, new { disposition = "won", amount = 1200 })).ShouldBeDone();
        (await rep.LeadInAsync(leadId, "won")).Amount.ShouldBe(new MoneyDto(1200, "ILS"));
        await ShouldChangeNothingAsync(leadId, async () =>
        {
            (await rep.Desk.CallAsync(leadId)).ShouldBeRefused("lead_closed");
            (await rep.Desk.CompleteAsync(leadId, new() { Disposition = "notInterested" })).ShouldBeRefused("lead_closed");
            (await rep.Desk.CompleteAsync(leadId, Won)).ShouldBeDone();
        });
    }

    /// <summary>So that no warning comes into a timeline that must not change.</summary>
    private static object Calm { get; } = new { firstAttemptSeconds = 3600 };

    private static CompleteRequest Won { get; } = new() { Disposition = "won", Amount = new MoneyDto(1200, "ILS") };

    private async Task ShouldChangeNothingAsync(string leadId, Func<Task> refused)
    {
        var before = await server.Anybody.GetAsync($"/api/v1/leads/{leadId}", AdminToken);
        await refused();
        (await server.Anybody.GetAsync($"/api/v1/leads/{leadId}", AdminToken)).Text.ShouldBe(before.Text);
    }

    private string AdminToken => server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;
}
