using LeadRouter.Domain.Leads;
using static LeadRouter.Domain.Leads.CallSign;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class CarrierReportTests
{
    private static readonly RepId Dana = Given.Dana;

    public static TheoryData<CallSign[]> EveryOrderOfAnAnsweredCall()
    {
        var orders = new TheoryData<CallSign[]>();
        foreach (var order in Orders([Initiated, Ringing, Answered, Completed]))
            orders.Add([.. order]);
        return orders;
    }

    [Theory]
    [MemberData(nameof(EveryOrderOfAnAnsweredCall))]
    public void Report_AnsweredCallInAnyOrderAndTwice_CountsEachFactOnce(CallSign[] signs)
    {
        var story = new LeadStory().Calling(Dana);
        foreach (var sign in signs)
            story.Wait(1).Says(sign, sign);
        story.Says(signs);

        story.Count<AttemptStarted>().ShouldBe(1);
        story.Count<ContactMade>().ShouldBe(1);
        story.Count<AttemptEnded>().ShouldBe(1);
        story.Events.OfType<AttemptStarted>().Single().ShouldSatisfyAllConditions(e => e.Proven.ShouldBeTrue(), e => e.First.ShouldBeTrue());
        story.Lead.Status.ShouldBe(LeadStatus.Reached);
        story.Lead.Next!.Kind.ShouldBe(DeadlineKind.DispositionBy);
    }

    [Theory]
    [InlineData(Busy, AttemptEnd.Busy)]
    [InlineData(NoAnswer, AttemptEnd.NoAnswer)]
    [InlineData(Failed, AttemptEnd.Failed)]
    [InlineData(Canceled, AttemptEnd.Canceled)]
    [InlineData(AnsweredByMachine, AttemptEnd.Machine)]
    public void Report_Unanswered_IsAnAttemptAndTheNextStepOfTheCadence(CallSign sign, AttemptEnd end)
    {
        var story = new LeadStory().Calling(Dana).Wait(30).Says(sign, sign, Initiated, Ringing);

        story.Lead.FirstAttemptAt.ShouldBe(story.Now);
        story.Lead.FirstContactAt.ShouldBeNull();
        story.Lead.Attempts[0].End.ShouldBe(end);
        story.Lead.Unanswered.ShouldBe(1);
        story.Lead.OwnerTicket.ShouldBeNull();
        story.Lead.Next.ShouldBe(new Deadline(DeadlineKind.NextAttempt, story.Now.AddMinutes(30)));
    }

    [Theory]
    [InlineData(Busy)]
    [InlineData(NoAnswer)]
    [InlineData(Failed)]
    [InlineData(Canceled)]
    [InlineData(AnsweredByMachine)]
    public void Report_EndAfterAnAnswer_IsACompletedCall(CallSign sign)
    {
        var story = new LeadStory().Talking(Dana).Wait(60).Says(sign);

        story.Lead.Attempts[0].End.ShouldBe(AttemptEnd.Completed);
        story.Lead.Next!.Kind.ShouldBe(DeadlineKind.DispositionBy);
    }

    [Fact]
    public void Report_NotPlaced_IsNoAttemptAndTheRepDialsAgain()
    {
        var story = new LeadStory().Calling(Dana).Wait(10).Says(NotPlaced);

        story.Lead.Status.ShouldBe(LeadStatus.Owned);
        story.Lead.FirstAttemptAt.ShouldBeNull();
        story.Lead.Next.ShouldBe(new Deadline(DeadlineKind.AttemptBy, story.Now.AddSeconds(120)));
        story.Calling(Dana).Lead.Attempts.Count.ShouldBe(2);
    }

    [Fact]
    public void Report_NotPlacedAfterTheLeadWasDialled_IsNotBelieved() =>
        new LeadStory().Calling(Dana).Says(Initiated).Says(NotPlaced).Lead.LiveAttempt.ShouldNotBeNull();

    [Theory]
    [InlineData(-100, 0)]
    [InlineData(3, 3)]
    [InlineData(100, 5)]
    public void Report_CarriersClock_StaysBetweenTheRequestAndNow(double saysSeconds, double keptSeconds)
    {
        var story = new LeadStory().Calling(Dana).Wait(5);

        story.Do(new ReportCall(story.LastAttempt, Initiated, Given.After(saysSeconds), null));

        story.Lead.FirstAttemptAt.ShouldBe(Given.After(keptSeconds));
    }

    [Fact]
    public void Report_UnknownAttempt_ChangesNothing() =>
        new LeadStory().Calling(Dana).Do(new ReportCall(new AttemptId("other"), Answered, Given.Monday, null)).ShouldBeEmpty();

    [Fact]
    public void Report_AfterTheLeadMovedOn_KeepsTheFactsAndLeavesTheNewOwnerAlone()
    {
        var story = new LeadStory().Calling(Dana);
        story.Do(new ReassignLead("boss", Given.Noam, null));
        story.Offered(Given.Noam);
        var before = story.Lead;

        story.Says(Initiated, Answered, Completed);

        story.Lead.FirstAttemptAt.ShouldNotBeNull();
        story.Lead.FirstContactAt.ShouldNotBeNull();
        (story.Lead.Status, story.Lead.Offer, story.Lead.Next).ShouldBe((before.Status, before.Offer, before.Next));
    }

    [Fact]
    public void Report_AfterTheRepHasSaidWhatCameOfIt_OnlyEndsTheAttempt()
    {
        var story = new LeadStory().Talking(Dana).Wait(30);
        story.Completed(Dana, "won", new Money(1, "ILS"));

        story.Says(Completed);

        story.Lead.Status.ShouldBe(LeadStatus.Won);
        story.Lead.Attempts[0].End.ShouldBe(AttemptEnd.Completed);
    }

    [Fact]
    public void Wake_CarrierStaysSilent_LetsTheRepDialAgain()
    {
        var story = new LeadStory().Calling(Dana).Wait(120);

        story.Do(new WakeLead()).OfType<AttemptEnded>().Single().Result.ShouldBe(AttemptEnd.Unknown);
        story.Lead.Status.ShouldBe(LeadStatus.Owned);
        story.Lead.Next!.Kind.ShouldBe(DeadlineKind.AttemptBy);
    }

    [Fact]
    public void Wake_EndOfAConversationNeverComes_AsksForTheResult()
    {
        var story = new LeadStory().Talking(Dana).Wait(4 * 3600);

        story.Do(new WakeLead());

        story.Lead.Status.ShouldBe(LeadStatus.Reached);
        story.Lead.Next!.Kind.ShouldBe(DeadlineKind.DispositionBy);
    }

    [Fact]
    public void Report_LaterThanTheDeadlineForIt_StillProvesAttemptAndContact()
    {
        var story = new LeadStory().Calling(Dana).Wait(120);
        story.Do(new WakeLead());
        var before = story.Lead;

        story.Do(new ReportCall(before.Attempts[0].Id, Answered, Given.After(20), null));
        story.Says(Answered, Completed);

        story.Lead.FirstAttemptAt.ShouldBe(Given.After(20));
        story.Lead.FirstContactAt.ShouldBe(Given.After(20));
        (story.Lead.Status, story.Lead.Next, story.Count<AttemptEnded>()).ShouldBe((before.Status, before.Next, 1));
    }

    private static IEnumerable<IEnumerable<CallSign>> Orders(CallSign[] signs) => signs.Length == 0
        ? [[]]
        : signs.SelectMany(first => Orders([.. signs.Where(sign => sign != first)]).Select(rest => rest.Prepend(first)));
}
