using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class CadenceTests
{
    [Theory]
    [InlineData(1, "2026-03-02T10:00:00+02:00", "2026-03-02T10:30:00+02:00")]
    [InlineData(2, "2026-03-02T10:30:00+02:00", "2026-03-02T14:30:00+02:00")]
    [InlineData(3, "2026-03-02T14:30:00+02:00", "2026-03-03T10:00:00+02:00")]
    // Thursday's next working day is Friday; Friday's and Saturday's is Sunday.
    [InlineData(3, "2026-03-05T18:59:00+02:00", "2026-03-06T10:00:00+02:00")]
    [InlineData(3, "2026-03-06T12:00:00+02:00", "2026-03-08T10:00:00+02:00")]
    [InlineData(3, "2026-03-07T23:59:00+02:00", "2026-03-08T10:00:00+02:00")]
    // The clock goes forward on Friday 2026-03-27 and back on Sunday 2026-10-25.
    [InlineData(3, "2026-03-26T15:00:00+02:00", "2026-03-27T10:00:00+03:00")]
    [InlineData(3, "2026-10-23T12:00:00+03:00", "2026-10-25T10:00:00+02:00")]
    public void Next_DefaultPlan_FollowsTheStepAndTheCentresClock(int unanswered, string now, string expected) =>
        Cadence.Next(CadenceStep.Default, unanswered, Given.At(now), Given.Calendar).ShouldBe(Given.At(expected));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Next_OutsideThePlan_IsNothing(int unanswered) =>
        Cadence.Next(CadenceStep.Default, unanswered, Given.Monday, Given.Calendar).ShouldBeNull();

    [Fact]
    public void Decide_NobodyEverAnswers_GoesThroughThePlanOwnerFirstAndEndsNotReachable()
    {
        var story = new LeadStory();
        for (var round = 1; round <= 4; round++)
        {
            story.Calling(Given.Dana, ticket: round).Wait(20).Says(CallSign.NoAnswer);
            if (round == 4)
                break;
            story.Lead.Unanswered.ShouldBe(round);
            story.Until(story.Lead.Next!.At).Do(new WakeLead());
            story.Lead.Preferred!.Rep.ShouldBe(Given.Dana);
        }

        story.Lead.Status.ShouldBe(LeadStatus.NotReachable);
        story.Lead.Attempts.Count.ShouldBe(4);
        story.Events.OfType<AttemptStarted>().Count(started => started.First).ShouldBe(1);
    }

    [Fact]
    public void Decide_EmptyPlan_ClosesAfterTheFirstUnansweredCall() =>
        new LeadStory(Given.With(rules => rules with { Cadence = [] })).Calling(Given.Dana).Says(CallSign.Busy)
            .Lead.Status.ShouldBe(LeadStatus.NotReachable);

    [Fact]
    public void Decide_AnAnswer_StartsThePlanAnew()
    {
        var story = new LeadStory().Calling(Given.Dana).Says(CallSign.NoAnswer).Wait(60).Calling(Given.Dana, ticket: 2);

        story.Says(CallSign.Answered).Lead.Unanswered.ShouldBe(0);
    }

    [Fact]
    public void Decide_OwnerCallsBeforeTheNextAttemptIsDue_WorksOnItAtOnce()
    {
        var story = new LeadStory().Calling(Given.Dana).Says(CallSign.NoAnswer).Wait(60);

        story.Calling(Given.Dana, ticket: 9);

        story.Lead.OwnerTicket.ShouldBe(9);
        story.Lead.Next!.Kind.ShouldBe(DeadlineKind.CallEnd);
    }
}
