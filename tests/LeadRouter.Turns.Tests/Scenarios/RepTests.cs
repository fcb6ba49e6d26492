using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Scenarios;

/// <summary>Reps who miss, leave, come back, and supervisors who move leads.</summary>
public sealed class RepTests
{
    [Theory, Modes]
    public async Task Three_missed_offers_in_a_row_put_the_rep_on_break(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.StepUntilAsync(async () => (await centre.RepAsync("dana")).Presence == Presence.Break, "the break");

        (await centre.RepAsync("dana")).PresenceReason.ShouldBe("missedOffers");
        (await centre.JournalAsync(lead)).Count(type => type == "leadOffered").ShouldBe(3);
        await centre.StepAsync(60);
        (await centre.LeadAsync(lead)).Status.ShouldBe(LeadStatus.Waiting);

        await centre.AskAsync("dana", new SetRepPresence(Presence.Available, null, null));
        await centre.StepUntilOfferedAsync(lead, "dana");
    }

    [Theory, Modes]
    public async Task A_lost_connection_takes_the_ringing_lead_to_another_rep_after_the_grace(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        await centre.AddRepAsync("omer");
        await centre.AskAsync("dana", new DisconnectRep("screen-of-dana"));

        await centre.StepAsync(14);
        (await centre.LeadAsync(lead)).Offer.ShouldNotBeNull().Rep.Value.ShouldBe("dana");
        await centre.StepAsync(1);
        (await centre.RepAsync("dana")).Presence.ShouldBe(Presence.Offline);
        await centre.StepUntilOfferedAsync(lead, "omer");
        (await centre.JournalAsync(lead)).ShouldBe(["leadReceived", "leadQueued", "leadOffered", "offerEnded", "leadQueued", "leadOffered"]);
        (await centre.RepAsync("dana")).Holds.ShouldBeEmpty();
    }

    [Theory, Modes]
    public async Task A_connection_that_comes_back_within_the_grace_keeps_the_offer(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        await centre.AskAsync("dana", new DisconnectRep("screen-of-dana"));
        await centre.StepAsync(10);
        await centre.AskAsync("dana", new ConnectRep("another-screen"));
        await centre.StepAsync(9);
        (await centre.AcceptAsync(lead)).Refusal.ShouldBeNull();
    }

    [Theory, Modes]
    public async Task A_reassigned_lead_leaves_its_owner_and_rings_at_the_chosen_rep(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        await centre.AcceptAsync(lead);
        await centre.AddRepAsync("omer");
        await centre.AddRepAsync("gil");

        (await centre.AskAsync(lead, new ReassignLead("boss", new("gil"), null))).Refusal.ShouldBeNull();
        await centre.StepUntilOfferedAsync(lead, "gil");
        (await centre.RepAsync("dana")).Holds.ShouldBeEmpty();
        (await centre.AcceptAsync(lead)).Lead.ShouldNotBeNull().Owner!.Value.Value.ShouldBe("gil");
    }

    [Theory, Modes]
    public async Task A_lead_moved_to_another_queue_rings_there(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        await centre.AddRepAsync("vera", 1, "vip");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        (await centre.AskAsync(lead, new ReassignLead("boss", null, "vip"))).Refusal.ShouldBeNull();
        await centre.StepUntilOfferedAsync(lead, "vera");
        (await centre.RepAsync("dana")).Holds.ShouldBeEmpty();
    }

    [Theory, Modes]
    public async Task A_withdrawn_lead_stops_ringing_and_frees_rep_and_person(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        (await centre.AskAsync(lead, new WithdrawLead("boss", "test lead"))).Refusal.ShouldBeNull();
        await centre.SettleAsync();

        (await centre.RepAsync("dana")).Holds.ShouldBeEmpty();
        (await centre.Store.ReadDueAsync(DateTimeOffset.MaxValue, default)).ShouldBeEmpty();
        var again = await centre.PostAsync("+972521234567");
        again.IsRepeat.ShouldBeFalse();
        await centre.StepUntilOfferedAsync(again.Lead, "dana");
    }

    [Theory, Modes]
    public async Task An_owner_who_does_nothing_is_reminded_and_loses_the_lead(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        await centre.AcceptAsync(lead);
        for (var i = 0; i < 3; i++)
        {
            centre.Time.Advance(TimeSpan.FromSeconds(120));
            await centre.SettleAsync();
        }

        var journal = await centre.JournalAsync(lead);
        journal.Count(type => type == "reminderSent").ShouldBe(2);
        journal.ShouldContain("leadTakenBack");
        await centre.StepUntilOfferedAsync(lead);
    }

    [Theory, Modes]
    public async Task Who_watches_sees_a_turn_before_what_follows_from_it(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.AddRepAsync("dana");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        await centre.AcceptAsync(lead);
        using var followed = new ManualResetEventSlim();
        var early = false;
        centre.Log.OnTurn = turn =>
        {
            if (turn.Events.Any(recorded => recorded.Data is HoldEnded))
                followed.Set();
            // A watcher that takes its time over the end of the lead.
            if (turn.After is Lead { IsClosed: true })
                early = followed.Wait(TimeSpan.FromMilliseconds(500));
        };

        await centre.CompleteAsync(lead, "notInterested");
        await centre.SettleAsync();
        early.ShouldBeFalse("the place was seen free before the lead was seen closed");
        followed.IsSet.ShouldBeTrue();
    }
}
