using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class SupervisorTests
{
    private static readonly RepId Dana = Given.Dana;
    private static readonly RepId Noam = Given.Noam;

    [Fact]
    public void Reassign_RingingLeadToARep_WaitsStrictlyForThatRepAsOldAsItWas()
    {
        var story = new LeadStory().Wait(5).Offered(Dana).Wait(1);

        story.Do(new ReassignLead("boss", Noam, null)).Select(e => e.GetType()).ShouldBe([typeof(OfferEnded), typeof(LeadReassigned), typeof(LeadQueued)]);

        story.Lead.Preferred.ShouldBe(new Preference(Noam, story.Now.AddSeconds(60), Strict: true));
        story.Lead.DueSince.ShouldBe(Given.Monday);
        story.Lead.Passes.ShouldBeEmpty();
    }

    [Fact]
    public void Reassign_OwnedButNeverDialled_KeepsItsAge()
    {
        var story = new LeadStory().Accepted(Dana).Wait(60);

        story.Do(new ReassignLead("boss", null, null));

        story.Lead.DueSince.ShouldBe(Given.Monday);
        story.Lead.Owner.ShouldBeNull();
    }

    [Fact]
    public void Reassign_ScheduledLead_IsDueNow()
    {
        var story = new LeadStory().Calling(Dana).Says(CallSign.Busy).Wait(60);

        story.Do(new ReassignLead("boss", null, null));

        story.Lead.DueSince.ShouldBe(story.Now);
        story.Lead.Next.ShouldBeNull();
    }

    [Fact]
    public void Reassign_ToAnotherQueue_WaitsThere()
    {
        var desk = Given.Desk with { Queues = [Given.Sales, new QueueRules { Id = "vip" }] };
        var story = new LeadStory(desk);

        story.Do(new ReassignLead("boss", null, "vip"));

        story.Lead.Queue.ShouldBe("vip");
        story.Refused(new ReassignLead("boss", null, "nowhere")).ShouldBe("unknown_queue");
    }

    [Fact]
    public void Reassign_TheOldOffer_CannotWinAnyMore()
    {
        var story = new LeadStory().Offered(Dana);
        var old = story.Lead.Offer!.Id;
        story.Do(new ReassignLead("boss", Dana, null));

        story.Refused(new AcceptOffer(old, Dana)).ShouldBe("offer_gone");
    }

    [Fact]
    public void Withdraw_RingingLead_EndsTheOfferAndTheLead()
    {
        var story = new LeadStory().Offered(Dana);

        story.Do(new WithdrawLead("boss", "test lead"));

        story.Lead.Status.ShouldBe(LeadStatus.Withdrawn);
        story.Lead.Offer.ShouldBeNull();
        story.Lead.Deadlines().ShouldBeEmpty();
        story.Refused(new WithdrawLead("boss", "again")).ShouldBe("lead_closed");
        story.Refused(new ReassignLead("boss", Noam, null)).ShouldBe("lead_closed");
    }

    [Fact]
    public void Rescind_OrExpiryOfTheChosenRepsOffer_OpensTheLeadToAll()
    {
        var story = new LeadStory();
        story.Do(new ReassignLead("boss", Noam, null));
        story.Offered(Noam).Wait(20).Do(new WakeLead());

        story.Lead.Preferred.ShouldBeNull();
    }
}
