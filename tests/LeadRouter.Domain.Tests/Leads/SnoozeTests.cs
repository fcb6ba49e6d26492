using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class SnoozeTests
{
    private static readonly RepId Dana = Given.Dana;

    [Fact]
    public void Snooze_FirstCallToANewLead_IsRefused()
    {
        var story = Reminded(new LeadStory().Accepted(Dana));

        SnoozeRules.MayPutOff(story.Lead).ShouldBeFalse();
        story.Refused(Snooze(story, 5)).ShouldBe("first_call_due");
    }

    [Fact]
    public void Snooze_LaterCall_PutsOnlyItsOwnStepOff()
    {
        var story = new LeadStory().Calling(Dana).Says(CallSign.Initiated);
        story.Until(story.Lead.Next!.At).Do(new WakeLead()).OfType<AttemptEnded>().Single().Next!.Kind.ShouldBe(DeadlineKind.AttemptBy);
        Reminded(story);

        SnoozeRules.MayPutOff(story.Lead).ShouldBeTrue();
        story.Do(Snooze(story, 5)).ShouldHaveSingleItem().ShouldBeOfType<ReminderSnoozed>().Next.At.ShouldBe(story.Now.AddMinutes(5));
        SnoozeRules.HasReminder(story.Lead).ShouldBeFalse();
    }

    [Fact]
    public void Snooze_Again_IsRefusedUntilTheNextReminder()
    {
        var story = Reminded(new LeadStory().Talking(Dana).Says(CallSign.Completed));
        story.Do(Snooze(story, 60));

        story.Refused(Snooze(story, 60)).ShouldBe("no_reminder");

        story.Wait(3600).Do(new WakeLead()).ShouldHaveSingleItem().ShouldBeOfType<ReminderSent>().Number.ShouldBe(2);
        story.Do(Snooze(story, 60));
        story.Wait(3600).Do(new WakeLead()).OfType<LeadTakenBack>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(DeadlineKind.AttemptBy, 1)]
    [InlineData(DeadlineKind.DispositionBy, 2)]
    public void Snooze_OfAnotherReminder_IsRefused(DeadlineKind kind, int number)
    {
        var story = Reminded(new LeadStory().Talking(Dana).Says(CallSign.Completed));

        story.Refused(new SnoozeLead(Dana, 5, kind, number)).ShouldBe("no_reminder");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SnoozeRules.MaxMinutes + 1)]
    public void Snooze_ByTooLittleOrTooMuch_IsRefused(int minutes)
    {
        var story = Reminded(new LeadStory().Talking(Dana).Says(CallSign.Completed));

        story.Refused(Snooze(story, minutes)).ShouldBe("bad_minutes");
    }

    private static LeadStory Reminded(LeadStory story)
    {
        story.Until(story.Lead.Next!.At).Do(new WakeLead()).OfType<ReminderSent>().ShouldHaveSingleItem();
        return story;
    }

    private static SnoozeLead Snooze(LeadStory story, int minutes) => new(Dana, minutes, story.Lead.Next!.Kind, story.Lead.RemindersSent);
}
