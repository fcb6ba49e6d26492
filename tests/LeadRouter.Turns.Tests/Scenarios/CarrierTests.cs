using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Telephony;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Scenarios;

/// <summary>Calls are ordered at least never twice, whatever fails around them.</summary>
public sealed class CarrierTests
{
    [Theory, Modes]
    public async Task A_store_that_fails_while_the_call_is_ordered_delays_it_and_dials_once(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var lead = await OwnedAsync(centre);
        var down = true;
        // From the order on nothing of the lead can be stored, until the disk has space again.
        centre.Store.BeforeCommit = write => down && write.Events.Any(happened => happened.Type == "callOrdered") ? throw new StoreUnavailableException("disk full") : Task.CompletedTask;
        await centre.CallAsync(lead);
        await Eventually.TrueAsync(() => centre.Time.Armed >= 3, "the order has not failed yet");
        centre.Carrier.Orders.ShouldBeEmpty("nothing is dialled that is not recorded");

        down = false;
        await Eventually.TrueAsync(() =>
        {
            centre.Time.Advance(TimeSpan.FromMilliseconds(100));
            return centre.Carrier.Orders.Count > 0;
        }, "the order was given up");
        await centre.SettleAsync();
        centre.Carrier.Orders.ShouldHaveSingleItem();
    }

    [Theory, Modes]
    public async Task A_carrier_that_throws_is_not_asked_again_and_the_deadline_ends_the_call(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var lead = await OwnedAsync(centre);
        centre.Carrier.Answer = _ => throw new InvalidOperationException("a defect of the adapter");
        await centre.CallAsync(lead);
        await Eventually.NothingMissingAsync(async () =>
        {
            centre.Time.Advance(TimeSpan.FromMilliseconds(100));
            return (await centre.Store.ReadOutboxAsync(null, 1, default)) is [] ? null : "the effect is not done with";
        });
        centre.Carrier.Orders.ShouldHaveSingleItem();
        await centre.StepUntilAsync(async () => (await centre.LeadAsync(lead)).LiveAttempt is null, "the end of the call", 150);
        (await centre.LeadAsync(lead)).Attempts[^1].End.ShouldBe(AttemptEnd.Unknown);
    }

    [Theory, Modes]
    public async Task A_refused_call_is_told_to_the_lead_and_can_be_tried_again(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var lead = await OwnedAsync(centre);
        centre.Carrier.Answer = _ => new PlaceCallResult(PlaceCallOutcome.Refused, Reason: "no credit");
        await centre.CallAsync(lead);
        await centre.SettleAsync();
        (await centre.LeadAsync(lead)).Attempts[^1].End.ShouldBe(AttemptEnd.NotPlaced);
        (await centre.CallAsync(lead)).Refusal.ShouldBeNull();
        await centre.SettleAsync();
        centre.Carrier.Orders.Select(order => order.Attempt).ShouldBeUnique();
    }

    [Theory, Modes]
    public async Task What_the_carrier_says_late_twice_and_out_of_order_counts_once(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var lead = await OwnedAsync(centre);
        await centre.CallAsync(lead);
        await centre.SettleAsync();
        await centre.ReportAsync(lead, CallStatus.Answered, CallStatus.Answered, CallStatus.Initiated, CallStatus.Ringing, CallStatus.Completed, CallStatus.Completed, CallStatus.NoAnswer);
        var journal = await centre.JournalAsync(lead);
        foreach (var once in new[] { "attemptStarted", "contactMade", "attemptEnded" })
            journal.Count(type => type == once).ShouldBe(1, once);
    }

    [Theory, Modes]
    public async Task Calls_that_were_to_be_placed_when_the_carrier_went_end_at_once_and_the_rep_can_dial(string mode)
    {
        var centre = await Centre.OpenAsync(mode);
        var lead = await OwnedAsync(centre);
        centre.Store.BeforeCommit = write => write.Events.Any(happened => happened.Type == "callOrdered") ? throw new StoreUnavailableException("disk full") : Task.CompletedTask;
        await centre.CallAsync(lead);
        await Eventually.TrueAsync(() => centre.Time.Armed >= 3, "the order has not failed yet");

        await using var next = await centre.RestartAsync(hasCarrier: false);
        await next.SettleAsync();

        next.Host.OutboxPending.ShouldBe(0);
        next.Carrier.Orders.ShouldBeEmpty();
        var after = await next.LeadAsync(lead);
        after.Status.ShouldBe(LeadStatus.Owned);
        after.Attempts.ShouldHaveSingleItem().End.ShouldBe(AttemptEnd.NotPlaced);
        (await next.AskAsync(lead, new RequestCall(after.Owner!.Value, after.OwnerTicket!.Value, new AttemptId(next.NewId()), Manual: true))).Refusal.ShouldBeNull();
    }

    [Theory, Modes]
    public async Task A_call_that_the_carrier_may_have_placed_is_not_said_to_be_unplaced_when_the_carrier_went(string mode)
    {
        var centre = await Centre.OpenAsync(mode);
        var lead = await OwnedAsync(centre);
        await centre.CallAsync(lead);
        await centre.SettleAsync();
        // As after a crash between the carrier's answer and the end of the effect.
        var call = (await centre.LeadAsync(lead)).Attempts[^1];
        await new CarrierEffect(new NoCarrier(), centre.Host, centre.Time).HandleAsync(new PlaceCall(lead, call.Id, call.Rep, Phone.Of("+972521234567"), 30), default);

        (await centre.LeadAsync(lead)).Attempts[^1].End.ShouldBeNull();
        await centre.StepUntilAsync(async () => (await centre.LeadAsync(lead)).LiveAttempt is null, "the end of the call", 150);
        (await centre.LeadAsync(lead)).Attempts[^1].End.ShouldBe(AttemptEnd.Unknown);
        await centre.DisposeAsync();
    }

    private static async Task<LeadId> OwnedAsync(Centre centre)
    {
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        await centre.AcceptAsync(lead);
        await centre.SettleAsync();
        return lead;
    }
}
