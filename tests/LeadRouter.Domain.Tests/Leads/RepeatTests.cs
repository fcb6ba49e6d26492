using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class RepeatTests
{
    private static readonly RepId Dana = Given.Dana;

    [Fact]
    public void Repeat_WaitingLead_RaisesThePriorityOncePerPost()
    {
        var story = new LeadStory();

        story.Do(Repeat(2)).ShouldHaveSingleItem();
        story.Do(Repeat(2)).ShouldBeEmpty();

        story.Lead.Priority.ShouldBe(50);
        story.Lead.RepeatCount.ShouldBe(1);
    }

    [Fact]
    public void Repeat_PriorityAndMemory_AreBounded()
    {
        var story = new LeadStory();
        for (var post = 2; post < 42; post++)
            story.Do(Repeat(post));

        story.Lead.Priority.ShouldBe(1000);
        story.Lead.RepeatCount.ShouldBe(40);
        story.Lead.Repeats.Count.ShouldBe(20);
    }

    [Fact]
    public void Repeat_LeadScheduledForLater_IsDueNowWithTheOwnerFirst()
    {
        var story = new LeadStory().Calling(Dana).Says(CallSign.NoAnswer).Wait(60);

        story.Do(Repeat(2));

        story.Lead.Status.ShouldBe(LeadStatus.Waiting);
        story.Lead.DueSince.ShouldBe(story.Now);
        story.Lead.Preferred!.Rep.ShouldBe(Dana);
    }

    [Fact]
    public void Repeat_LeadBeingCalled_DoesNotDisturbTheCall()
    {
        var story = new LeadStory().Talking(Dana);

        story.Do(Repeat(2));

        story.Lead.Status.ShouldBe(LeadStatus.Reached);
        story.Lead.Owner.ShouldBe(Dana);
    }

    [Fact]
    public void Repeat_ClosedLead_RefusesUnlessItWasRecordedBefore()
    {
        var story = new LeadStory();
        story.Do(Repeat(2));
        story.Do(new WithdrawLead("boss", "test"));

        story.Do(Repeat(2)).ShouldBeEmpty();
        story.Refused(Repeat(3)).ShouldBe("lead_closed");
    }

    private static RepeatLead Repeat(int post) => new(new LeadId($"post-{post}"), Given.Post());
}
