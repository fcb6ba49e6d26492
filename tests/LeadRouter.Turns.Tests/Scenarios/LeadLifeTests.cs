using LeadRouter.Domain.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Scenarios;

/// <summary>A lead's way from the post to its end, on the real actors.</summary>
public sealed class LeadLifeTests
{
    [Theory, Modes]
    public async Task A_posted_lead_rings_is_called_reached_and_won(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");

        var answer = await centre.PostAsync("+972521234567");
        await centre.SettleAsync();
        answer.IsRepeat.ShouldBeFalse();
        (await centre.LeadAsync(answer.Lead)).Offer.ShouldNotBeNull().Rep.Value.ShouldBe("dana");

        (await centre.AcceptAsync(answer.Lead)).Refusal.ShouldBeNull();
        (await centre.CallAsync(answer.Lead)).Refusal.ShouldBeNull();
        await centre.SettleAsync();
        centre.Carrier.Orders.ShouldHaveSingleItem().LeadPhone.Value.ShouldBe("+972521234567");
        await centre.ReportAsync(answer.Lead, CallStatus.Initiated, CallStatus.Ringing, CallStatus.Answered, CallStatus.Completed);
        (await centre.CompleteAsync(answer.Lead, "won", 1200)).Refusal.ShouldBeNull();
        await centre.SettleAsync();

        (await centre.JournalAsync(answer.Lead)).ShouldBe(["leadReceived", "leadQueued", "leadOffered", "offerAccepted", "callRequested", "callOrdered",
            "attemptStarted", "attemptRang", "contactMade", "attemptEnded", "dispositionSet", "leadClosed"]);
        (await centre.Store.ReadOutboxAsync(null, 10, default)).ShouldBeEmpty();
        (await centre.Store.ReadIndexAsync(QueueIndexes.Waiting("sales"), default)).ShouldBeEmpty();
        (await centre.Store.ReadDueAsync(DateTimeOffset.MaxValue, default)).ShouldBeEmpty();
        (await centre.RepAsync("dana")).Holds.ShouldBeEmpty();
        (await centre.Store.FindLeadsAsync(new LeadQuery { Open = false, State = "won" }, default)).ShouldBe([answer.Lead.Value]);
        centre.Log.Violations.ShouldBeEmpty();
    }

    [Theory, Modes]
    public async Task A_waiting_lead_is_in_the_index_until_it_rings(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var answer = await centre.PostAsync("+972521234567");
        await centre.SettleAsync();
        (await centre.Store.ReadIndexAsync(QueueIndexes.Waiting("sales"), default)).ShouldHaveSingleItem().Key.ShouldBe(answer.Lead.Value);

        await centre.AddRepAsync("dana");
        await centre.StepUntilOfferedAsync(answer.Lead);
        (await centre.Store.ReadIndexAsync(QueueIndexes.Waiting("sales"), default)).ShouldBeEmpty();
    }

    [Theory, Modes]
    public async Task A_declined_offer_goes_to_the_next_rep_and_comes_round_again(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        await centre.AddRepAsync("omer");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        var first = (await centre.LeadAsync(lead)).Offer.ShouldNotBeNull();

        (await centre.AskAsync(lead, new DeclineOffer(first.Id, first.Rep, "busy"))).Refusal.ShouldBeNull();
        await centre.StepUntilOfferedAsync(lead, first.Rep.Value == "dana" ? "omer" : "dana");
        (await centre.AskAsync(lead, new AcceptOffer(first.Id, first.Rep))).Refusal.ShouldNotBeNull().Code.ShouldBe("offer_gone");

        var second = (await centre.LeadAsync(lead)).Offer.ShouldNotBeNull();
        (await centre.AskAsync(lead, new DeclineOffer(second.Id, second.Rep, null))).Refusal.ShouldBeNull();
        await centre.StepUntilOfferedAsync(lead);
        (await centre.AcceptAsync(lead)).Refusal.ShouldBeNull();
    }

    [Theory, Modes]
    public async Task A_missed_offer_expires_at_its_instant_and_can_never_win(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        var offer = (await centre.LeadAsync(lead)).Offer.ShouldNotBeNull();

        await centre.StepAsync(19);
        (await centre.LeadAsync(lead)).Offer.ShouldBe(offer);
        await centre.StepAsync(1);
        (await centre.LeadAsync(lead)).Status.ShouldBe(LeadStatus.Waiting);
        (await centre.AskAsync(lead, new AcceptOffer(offer.Id, offer.Rep))).Refusal.ShouldNotBeNull().Code.ShouldBe("offer_gone");
        (await centre.RepAsync("dana")).Holds.ShouldBeEmpty();
        await centre.StepUntilOfferedAsync(lead);
    }

    [Theory, Modes]
    public async Task The_promise_is_warned_of_and_broken_once(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.StepAsync(47);
        (await centre.JournalAsync(lead)).ShouldNotContain("slaWarned");
        await centre.StepAsync(1);
        (await centre.JournalAsync(lead)).Count(type => type == "slaWarned").ShouldBe(1);
        await centre.StepAsync(12);

        for (var i = 0; i < 3; i++)
            centre.Host.Tell(new("lead", lead.Value), new Turns.Actors.Wake());
        await centre.StepAsync(100);
        (await centre.JournalAsync(lead)).ShouldBe(["leadReceived", "leadQueued", "slaWarned", "slaBreached"]);
    }

    [Theory, Modes]
    public async Task A_clock_that_jumps_past_both_instants_still_tells_each_once(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        centre.Time.Advance(TimeSpan.FromHours(3));
        await centre.SettleAsync();
        (await centre.JournalAsync(lead)).ShouldBe(["leadReceived", "leadQueued", "slaWarned", "slaBreached"]);
    }

    [Theory, Modes]
    public async Task A_lead_nobody_answers_follows_the_plan_and_ends(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await centre.StepUntilOfferedAsync(lead);
            await centre.AcceptAsync(lead);
            await centre.CallAsync(lead);
            await centre.SettleAsync();
            await centre.ReportAsync(lead, CallStatus.Initiated, CallStatus.NoAnswer);
            await centre.SettleAsync();
            if ((await centre.LeadAsync(lead)).Next is { } next)
                centre.Time.Advance(next.At - centre.Time.GetUtcNow());
        }

        await centre.SettleAsync();
        (await centre.LeadAsync(lead)).Status.ShouldBe(LeadStatus.NotReachable);
        centre.Carrier.Orders.Count.ShouldBe(4);
        (await centre.RepAsync("dana")).Holds.ShouldBeEmpty();
    }
}
