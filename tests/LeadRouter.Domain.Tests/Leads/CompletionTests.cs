using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class CompletionTests
{
    private static readonly RepId Dana = Given.Dana;

    [Theory]
    [InlineData("won", LeadStatus.Won)]
    [InlineData("notInterested", LeadStatus.Lost)]
    [InlineData("wrongNumber", LeadStatus.Invalid)]
    public void Complete_FinalDisposition_ClosesTheLeadAndFreesTheRep(string disposition, LeadStatus status)
    {
        var story = new LeadStory().Talking(Dana).Wait(60);

        story.Completed(Dana, disposition, new Money(1200, "ILS"));

        story.Lead.Status.ShouldBe(status);
        story.Lead.ClosedAt.ShouldBe(story.Now);
        story.Lead.Owner.ShouldBe(Dana);
        story.Lead.OwnerTicket.ShouldBeNull();
        story.Lead.Deadlines().ShouldBeEmpty();
    }

    [Fact]
    public void Complete_SameResultAgain_ChangesNothing()
    {
        var story = new LeadStory().Talking(Dana);
        story.Completed(Dana, "notInterested");

        story.Completed(Dana, "notInterested").ShouldBeEmpty();
        story.Refused(new CompleteLead(Dana, "won", null, new Money(1, "ILS"), null)).ShouldBe("lead_closed");
        story.Refused(new CompleteLead(Given.Noam, "notInterested", null, null, null)).ShouldBe("lead_closed");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-0.01)]
    [InlineData(0.0)]
    [InlineData(1_000_000_000.01)]
    public void Complete_WonWithoutAProperAmount_Refuses(double? amount) =>
        new LeadStory().Talking(Dana).Refused(new CompleteLead(Dana, "won", null, amount is { } a ? new Money((decimal)a, "ILS") : null, null)).ShouldBe("amount_required");

    [Fact]
    public void Complete_WonThoughNobodyAnswered_Refuses()
    {
        var won = new CompleteLead(Dana, "won", null, new Money(1, "ILS"), null);
        new LeadStory().Accepted(Dana).Refused(won).ShouldBe("no_contact");
        new LeadStory().Calling(Dana).Says(CallSign.Initiated, CallSign.Ringing).Refused(won).ShouldBe("no_contact");
    }

    [Fact]
    public void Complete_WonWithoutACarrierOrANumber_IsTheRepsWord()
    {
        var won = new CompleteLead(Dana, "won", null, new Money(1, "ILS"), null);
        new LeadStory().DialledByHand(Dana).Do(won).OfType<LeadClosed>().Single().Status.ShouldBe(LeadStatus.Won);
        new LeadStory(post: Given.Post() with { Phone = null, Email = "dana@example.com" }).Accepted(Dana).Do(won).OfType<LeadClosed>().Single().Status.ShouldBe(LeadStatus.Won);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(90 * 86_400 + 1.0)]
    public void Complete_CallbackWithoutAProperTime_Refuses(double? aheadSeconds)
    {
        var story = new LeadStory().Talking(Dana);
        DateTimeOffset? at = aheadSeconds is { } ahead ? story.Now.AddSeconds(ahead) : null;

        story.Refused(new CompleteLead(Dana, "callback", null, null, at)).ShouldBe("callback_time_required");
    }

    [Fact]
    public void Complete_UnknownDispositionOrForeignLead_Refuses()
    {
        var story = new LeadStory().Talking(Dana);

        story.Refused(new CompleteLead(Dana, "maybe", null, null, null)).ShouldBe("unknown_disposition");
        story.Refused(new CompleteLead(Given.Noam, "notInterested", null, null, null)).ShouldBe("not_owner");
    }

    [Fact]
    public void Complete_Callback_ComesBackThenWithTheOwnerFirst()
    {
        var story = new LeadStory().Talking(Dana).Wait(60);
        var at = story.Now.AddHours(3);
        story.Completed(Dana, "callback", callbackAt: at);
        story.Lead.Status.ShouldBe(LeadStatus.Callback);
        story.Lead.OwnerTicket.ShouldBeNull();

        story.Until(at.AddSeconds(-1)).Do(new WakeLead()).ShouldBeEmpty();
        story.Until(at.AddSeconds(2)).Do(new WakeLead()).ShouldHaveSingleItem().ShouldBeOfType<LeadQueued>().Reason.ShouldBe(QueueReason.CallbackDue);

        story.Lead.DueSince.ShouldBe(at);
        story.Lead.Preferred.ShouldBe(new Preference(Dana, story.Now.AddSeconds(60)));
        story.Lead.Owner.ShouldBeNull();
    }

    [Fact]
    public void Complete_NoAnswerOfALeadThatWasNotCalled_Refuses() =>
        new LeadStory().Accepted(Dana).Refused(NoAnswer).ShouldBe("no_attempt");

    [Fact]
    public void Complete_NoAnswerWhenTheLeadWasNeverDialled_Refuses() =>
        new LeadStory().Calling(Dana).Says(CallSign.NotPlaced).Refused(NoAnswer).ShouldBe("no_attempt");

    [Fact]
    public void Complete_NoAnswerOnTheStrengthOfAnEarlierRound_Refuses()
    {
        var story = new LeadStory().Calling(Dana).Says(CallSign.NoAnswer).Wait(1800);
        story.Do(new WakeLead());
        story.Accepted(Dana, ticket: 2);

        story.Refused(NoAnswer).ShouldBe("no_attempt");
    }

    [Fact]
    public void Complete_NoAnswerWhileItRings_CountsOnceWhateverTheCarrierSaysLater()
    {
        var story = new LeadStory().Calling(Dana).Says(CallSign.Initiated).Wait(20);

        story.Do(NoAnswer);
        story.Says(CallSign.NoAnswer);

        story.Lead.Unanswered.ShouldBe(1);
        story.Count<RetryScheduled>().ShouldBe(1);
    }

    [Fact]
    public void Complete_NoAnswerAfterTheCarrierSaidSo_KeepsTheNoteAndCountsOnce()
    {
        var story = new LeadStory().Calling(Dana).Says(CallSign.NoAnswer);
        var next = story.Lead.Next;

        story.Do(NoAnswer with { Note = "voicemail" }).ShouldHaveSingleItem().ShouldBeOfType<DispositionSet>();
        story.Do(NoAnswer with { Note = "voicemail" }).ShouldBeEmpty();

        story.Lead.Unanswered.ShouldBe(1);
        story.Lead.Next.ShouldBe(next);
    }

    [Theory]
    [InlineData("dana")]
    [InlineData("noam")]
    public void Complete_NoAnswerOfALaterAttempt_IsNotTheWordOfTheEarlierOne(string name)
    {
        var rep = new RepId(name);
        var story = new LeadStory().Calling(Dana).Says(CallSign.NoAnswer);
        story.Do(NoAnswer);
        story.Wait(1800).Do(new WakeLead());
        story.Calling(rep, ticket: 2).Says(CallSign.NoAnswer);

        story.Completed(rep, "noAnswer").ShouldHaveSingleItem().ShouldBeOfType<DispositionSet>().RepId.ShouldBe(rep);
        story.Completed(rep, "noAnswer").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Complete_NoAnswerAfterTheContactPlanRanOut_IsOkOnlyIfItWasSaidOfTheLastAttempt(bool eachTime)
    {
        var story = new LeadStory().Calling(Dana);
        story.Do(NoAnswer);
        for (var ticket = 2; !story.Lead.IsClosed; ticket++)
        {
            story.Until(story.Lead.Next!.At).Do(new WakeLead());
            story.Calling(Dana, ticket);
            if (eachTime)
                story.Do(NoAnswer);
            story.Says(CallSign.NoAnswer);
        }

        story.Lead.Status.ShouldBe(LeadStatus.NotReachable);
        if (eachTime)
            story.Do(NoAnswer).ShouldBeEmpty();
        else
            story.Refused(NoAnswer).ShouldBe("lead_closed");
    }

    [Fact]
    public void Complete_ScheduledLead_CanStillBeWonByItsOwner()
    {
        var story = new LeadStory().Talking(Dana).Says(CallSign.Completed);
        story.Completed(Dana, "callback", callbackAt: story.Now.AddHours(1));

        story.Wait(60).Completed(Dana, "won", new Money(10, "ILS"));

        story.Lead.Status.ShouldBe(LeadStatus.Won);
    }

    private static CompleteLead NoAnswer { get; } = new(Dana, "noAnswer", null, null, null);
}
