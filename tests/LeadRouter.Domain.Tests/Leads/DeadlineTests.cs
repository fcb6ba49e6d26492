using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class DeadlineTests
{
    private static readonly RepId Dana = Given.Dana;

    [Fact]
    public void Wake_AtEightyAndAHundredPercent_WarnsAndBreachesOnceEach()
    {
        var story = new LeadStory();

        story.Wait(47).Do(new WakeLead()).ShouldBeEmpty();
        story.Wait(1).Do(new WakeLead()).ShouldHaveSingleItem().ShouldBeOfType<SlaWarned>().TargetAt.ShouldBe(Given.After(60));
        story.Do(new WakeLead()).ShouldBeEmpty();
        story.Wait(12).Do(new WakeLead()).ShouldHaveSingleItem().ShouldBeOfType<SlaBreached>();
        story.Wait(1000).Do(new WakeLead()).ShouldBeEmpty();
    }

    [Fact]
    public void Wake_LongAfterBoth_GivesBothInOrder() =>
        new LeadStory().Wait(500).Do(new WakeLead()).Select(e => e.GetType()).ShouldBe([typeof(SlaWarned), typeof(SlaBreached)]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Wake_AttemptedInTime_NeitherWarnsNorBreaches(bool manual)
    {
        var story = manual ? new LeadStory().DialledByHand(Dana) : new LeadStory().Calling(Dana).Says(CallSign.Initiated);

        story.Wait(100).Do(new WakeLead());

        (story.Count<SlaWarned>() + story.Count<SlaBreached>()).ShouldBe(0);
    }

    [Fact]
    public void Wake_RequestedButNotDialled_StillBreaches()
    {
        var story = new LeadStory().Calling(Dana).Wait(60);

        story.Do(new WakeLead());

        story.Count<SlaBreached>().ShouldBe(1);
    }

    [Fact]
    public void Wake_OwnerDoesNotDial_RemindsTwiceThenTakesTheLeadBackAsOldAsItWas()
    {
        var story = new LeadStory().Accepted(Dana);

        story.Wait(120).Do(new WakeLead()).OfType<ReminderSent>().Single().Number.ShouldBe(1);
        story.Wait(120).Do(new WakeLead()).OfType<ReminderSent>().Single().Number.ShouldBe(2);
        story.Wait(120).Do(new WakeLead()).Select(e => e.GetType()).ShouldBe([typeof(LeadTakenBack), typeof(LeadQueued)]);

        story.Lead.Status.ShouldBe(LeadStatus.Waiting);
        story.Lead.Owner.ShouldBeNull();
        story.Lead.Preferred.ShouldBeNull();
        story.Lead.DueSince.ShouldBe(Given.Monday);
    }

    [Fact]
    public void Wake_OwnerDoesNotSayWhatCameOfIt_LosesTheLead()
    {
        var story = new LeadStory(Given.With(rules => rules with { Reminders = 0 })).Talking(Dana).Says(CallSign.Completed).Wait(180);

        story.Do(new WakeLead()).OfType<LeadTakenBack>().Single().Kind.ShouldBe(DeadlineKind.DispositionBy);
        story.Lead.DueSince.ShouldBe(story.Now);
    }

    [Fact]
    public void Wake_Reminders_StartAnewWithTheNextStep()
    {
        var story = new LeadStory().Accepted(Dana).Wait(120);
        story.Do(new WakeLead());

        story.Calling(Dana).Lead.RemindersSent.ShouldBe(0);
    }

    [Fact]
    public void Deadlines_OfAnOfferedLead_AreEarliestFirst() =>
        new LeadStory().Wait(45).Offered(Dana).Lead.Deadlines().Select(deadline => deadline.Kind)
            .ShouldBe([DeadlineKind.SlaWarning, DeadlineKind.SlaBreach, DeadlineKind.OfferExpiry]);
}
