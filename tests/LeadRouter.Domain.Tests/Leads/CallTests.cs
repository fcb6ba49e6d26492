using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class CallTests
{
    private static readonly RepId Dana = Given.Dana;

    [Fact]
    public void Decide_RequestCall_ProvesNothingYet()
    {
        var story = new LeadStory().Calling(Dana);

        story.Lead.Status.ShouldBe(LeadStatus.Attempting);
        story.Lead.FirstAttemptAt.ShouldBeNull();
        story.Lead.Next.ShouldBe(new Deadline(DeadlineKind.CallEnd, Given.After(30 + 90)));
    }

    [Fact]
    public void Decide_RequestCallByAnotherRep_Refuses() =>
        new LeadStory().Accepted(Dana).Refused(Request(Given.Noam)).ShouldBe("not_owner");

    [Fact]
    public void Decide_RequestCallOnWaitingLead_Refuses() => new LeadStory().Refused(Request(Dana)).ShouldBe("not_owner");

    [Fact]
    public void Decide_RequestCallWhileOneRuns_Refuses() =>
        new LeadStory().Calling(Dana).Refused(Request(Dana)).ShouldBe("call_in_progress");

    [Fact]
    public void Decide_RequestCallWithoutPhone_Refuses() =>
        new LeadStory(post: Given.Post(phone: null)).Accepted(Dana).Refused(Request(Dana)).ShouldBe("no_phone");

    [Fact]
    public void Decide_RequestCallAfterItsPlaceEnded_Refuses()
    {
        // The rep may have given the place to another lead by now: taking it would be one lead too many.
        var late = Request(Dana) with { PlaceEndsAt = Given.After(0) };

        new LeadStory().Accepted(Dana).Refused(late).ShouldBe("too_late");
        new LeadStory().Accepted(Dana).Do(late with { PlaceEndsAt = Given.After(60) });
    }

    [Fact]
    public void Decide_RequestCallOnAPlaceThatWasGivenBackMeanwhile_Refuses()
    {
        var story = new LeadStory().Calling(Dana, ticket: 7).Says(CallSign.NoAnswer);
        story.Lead.OwnerTicket.ShouldBeNull();

        story.Refused(Request(Dana) with { Ticket = 7 }).ShouldBe("too_late");
    }

    [Fact]
    public void Decide_RequestCallOnClosedLead_Refuses()
    {
        var story = new LeadStory();
        story.Do(new WithdrawLead("boss", "test"));

        story.Refused(Request(Dana)).ShouldBe("lead_closed");
    }

    [Fact]
    public void Decide_AfterAHundredAttempts_Refuses()
    {
        var story = new LeadStory().Accepted(Dana);
        for (var i = 0; i < 100; i++)
            story.DialledByHand(Dana);

        story.Refused(Request(Dana)).ShouldBe("too_many_attempts");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decide_SameRequestDeliveredTwice_IsOneAttempt(bool manual)
    {
        var story = new LeadStory().Accepted(Dana);
        var request = new RequestCall(Dana, 1, new AttemptId("a"), manual);
        story.Do(request);

        story.Do(request).ShouldBeEmpty();
        story.Lead.Attempts.Count.ShouldBe(1);
    }

    [Fact]
    public void Decide_OrderCall_OnlyOnce()
    {
        var story = new LeadStory().Calling(Dana);

        story.Do(new OrderCall(story.LastAttempt)).ShouldHaveSingleItem().ShouldBeOfType<CallOrdered>();
        story.Refused(new OrderCall(story.LastAttempt)).ShouldBe("call_not_wanted");
        story.Refused(new OrderCall(new AttemptId("unknown"))).ShouldBe("call_not_wanted");
    }

    [Fact]
    public void Decide_OrderCallAfterItsDeadline_Refuses()
    {
        var story = new LeadStory().Calling(Dana);

        story.Until(story.Lead.Next!.At).Refused(new OrderCall(story.LastAttempt)).ShouldBe("call_not_wanted");
    }

    [Fact]
    public void Decide_OrderCallAfterTheLeadWasMoved_Refuses()
    {
        var story = new LeadStory().Calling(Dana);
        story.Do(new ReassignLead("boss", Given.Noam, null));

        story.Refused(new OrderCall(story.LastAttempt)).ShouldBe("call_not_wanted");
    }

    [Fact]
    public void Decide_OrderCallAfterACallbackWasAgreed_Refuses()
    {
        var story = new LeadStory().Calling(Dana);
        story.Completed(Dana, "callback", callbackAt: Given.After(3600));

        story.Refused(new OrderCall(story.LastAttempt)).ShouldBe("call_not_wanted");
    }

    [Fact]
    public void Decide_ManualCall_IsAnAttemptThatNothingProves()
    {
        var story = new LeadStory().DialledByHand(Dana);

        story.Events.OfType<AttemptStarted>().ShouldHaveSingleItem().Proven.ShouldBeFalse();
        story.Lead.FirstAttemptProven.ShouldBe(false);
        story.Lead.Next!.Kind.ShouldBe(DeadlineKind.DispositionBy);
    }

    [Fact]
    public void Decide_SecondManualCall_EndsTheFirst()
    {
        var story = new LeadStory().DialledByHand(Dana).Wait(60).DialledByHand(Dana);

        story.Lead.Attempts.Select(attempt => attempt.End).ShouldBe([AttemptEnd.Unknown, null]);
        story.Events.OfType<AttemptStarted>().Select(started => started.First).ShouldBe([true, false]);
    }

    [Fact]
    public void Decide_ManualCallWon_InfersAnUnprovenContact()
    {
        var story = new LeadStory().DialledByHand(Dana).Wait(90);

        story.Completed(Dana, "won", new Money(1200, "ILS"));

        story.Events.OfType<ContactMade>().ShouldHaveSingleItem().Proven.ShouldBeFalse();
        story.Lead.Attempts[0].End.ShouldBe(AttemptEnd.Completed);
    }

    [Fact]
    public void Decide_ManualCallUnanswered_IsNoContact()
    {
        var story = new LeadStory().DialledByHand(Dana).Wait(40);

        story.Completed(Dana, "noAnswer");

        story.Count<ContactMade>().ShouldBe(0);
        story.Lead.Unanswered.ShouldBe(1);
    }

    [Fact]
    public void Decide_LeadTakenFromARepWhoDialledByHand_TheNextRepsResultIsNotThatRepsContact()
    {
        var story = new LeadStory().DialledByHand(Dana);
        story.Do(new ReassignLead("boss", null, null));
        story.Accepted(Given.Noam);

        story.Completed(Given.Noam, "notInterested");

        story.Count<ContactMade>().ShouldBe(0);
        story.Lead.FirstContactAt.ShouldBeNull();
    }

    private static RequestCall Request(RepId rep) => new(rep, 1, new AttemptId("new"), Manual: false);
}
