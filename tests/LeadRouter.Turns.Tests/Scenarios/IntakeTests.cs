using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Scenarios;

/// <summary>Posts that come again: the same person, the same key, after a crash.</summary>
public sealed class IntakeTests
{
    private static readonly LeadPost Post = Centre.Post("+972521234567");

    [Theory, Modes]
    public async Task The_same_person_is_recorded_on_the_open_lead(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var first = await centre.RegisterAsync(new LeadId(centre.NewId()), Post);
        var second = await centre.RegisterAsync(new LeadId(centre.NewId()), Post);
        await centre.SettleAsync();

        (second.IsRepeat, second.Lead).ShouldBe((true, first.Lead));
        var lead = await centre.LeadAsync(first.Lead);
        (lead.RepeatCount, lead.Priority).ShouldBe((1, 50));
        (await centre.Store.ListKeysAsync(ActorKinds.Lead, default)).ShouldHaveSingleItem();
    }

    [Theory, Modes]
    public async Task A_repeat_that_meets_a_lead_just_closed_becomes_a_lead(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var first = await centre.RegisterAsync(new LeadId(centre.NewId()), Post);
        await centre.SettleAsync();
        // The lead is closed while the contact cannot hear of it, and posts keep coming.
        var contact = new ActorId(ActorKinds.Contact, ContactAddress.Key(Post));
        var gate = new TaskCompletionSource();
        centre.Store.BeforeCommit = write => write.Id == contact ? gate.Task : Task.CompletedTask;
        var registering = centre.RegisterAsync(new LeadId(centre.NewId()), Post);
        await centre.AskAsync(first.Lead, new WithdrawLead("boss", "test lead"));
        gate.SetResult();
        var second = await registering;
        await centre.SettleAsync();

        second.IsRepeat.ShouldBeTrue("the contact could not know better");
        (await centre.LeadAsync(second.Intake)).Status.ShouldBe(LeadStatus.Waiting);
        (await centre.RegisterAsync(new LeadId(centre.NewId()), Post)).Lead.ShouldBe(second.Intake);
    }

    [Theory, Modes]
    public async Task A_repeat_of_a_lead_that_never_came_to_be_becomes_a_lead(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var missing = new LeadId(centre.NewId());
        var intake = new LeadId(centre.NewId());
        centre.Host.Tell(new ActorId(ActorKinds.Lead, missing.Value), new RecordRepeat(intake, Post, ContactAddress.Key(Post)));
        await centre.SettleAsync();
        (await centre.LeadAsync(intake)).Status.ShouldBe(LeadStatus.Waiting);
    }

    [Theory, Modes]
    public async Task A_key_used_again_gets_the_first_answer(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        var first = new LeadId(centre.NewId());
        (await centre.ClaimAsync("key-1", first, Post)).ShouldBe(new ReceiptReply(false, true, first, ContactAddress.Key(Post)));
        (await centre.ClaimAsync("key-1", new LeadId(centre.NewId()), Post)).ShouldBe(new ReceiptReply(true, true, first, ContactAddress.Key(Post)));
        (await centre.ClaimAsync("key-1", new LeadId(centre.NewId()), Post, "another body")).ShouldBe(new ReceiptReply(true, false, first, ContactAddress.Key(Post)));
        await centre.SettleAsync();

        (await centre.Store.ListKeysAsync(ActorKinds.Lead, default)).ShouldBe([first.Value]);
        (await centre.RegisterAsync(first, Post)).IsRepeat.ShouldBeFalse("the asker and the receipt bring the same post");
        (await centre.LeadAsync(first)).RepeatCount.ShouldBe(0);
    }

    [Theory, Modes]
    public async Task A_key_can_be_used_anew_when_it_is_forgotten(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        await centre.ClaimAsync("key-1", new LeadId(centre.NewId()), Post);
        await centre.SettleAsync();
        centre.Time.Advance(ReceiptActor.Lifetime);
        await centre.SettleAsync();
        (await centre.Store.ListKeysAsync(ActorKinds.Receipt, default)).ShouldBeEmpty();

        var again = new LeadId(centre.NewId());
        var claim = await centre.ClaimAsync("key-1", again, Post).WaitAsync(TimeSpan.FromSeconds(10));
        (claim.Replayed, claim.Intake).ShouldBe((false, again));
        await centre.SettleAsync();
        (await centre.Store.ListKeysAsync(ActorKinds.Receipt, default)).ShouldHaveSingleItem();
    }

    [Theory, Modes]
    public async Task A_claim_that_is_durable_brings_its_post_though_the_process_dies_at_once(string mode)
    {
        await using var centre = await Centre.OpenAsync(mode);
        centre.Store.CrashAfter(1, acknowledged: false);
        var intake = new LeadId(centre.NewId());
        await Should.ThrowAsync<StoreUnavailableException>(() => centre.ClaimAsync("key-1", intake, Post));

        await using var next = await centre.RestartAsync();
        await next.SettleAsync();
        (await next.LeadAsync(intake)).Status.ShouldBe(LeadStatus.Waiting);
        var retried = await next.ClaimAsync("key-1", new LeadId(next.NewId()), Post);
        (retried.Replayed, retried.SamePayload, retried.Intake).ShouldBe((true, true, intake));
    }
}
