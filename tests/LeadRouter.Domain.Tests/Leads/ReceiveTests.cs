using LeadRouter.Domain.Leads;

namespace LeadRouter.Domain.Tests.Leads;

public sealed class ReceiveTests
{
    public static TheoryData<LeadCommand> EveryOtherCommand => new()
    {
        new RepeatLead(new LeadId("post-2"), Given.Post()),
        new OfferLead(Given.Dana, 1, new OfferId("o"), Given.Decision(Given.Dana)),
        new AcceptOffer(new OfferId("o"), Given.Dana),
        new DeclineOffer(new OfferId("o"), Given.Dana, null),
        new RescindOffer(Given.Dana, 1, "break"),
        new RequestCall(Given.Dana, 1, new AttemptId("a"), false),
        new OrderCall(new AttemptId("a")),
        new ReportCall(new AttemptId("a"), CallSign.Initiated, Given.Monday, null),
        new CompleteLead(Given.Dana, "won", null, new Money(1, "ILS"), null),
        new ReassignLead("boss", null, null),
        new WithdrawLead("boss", "test"),
        new WakeLead(),
    };

    [Fact]
    public void Decide_NewPost_WaitsInItsQueueAtOnce()
    {
        var story = new LeadStory();

        story.Events.Select(e => e.GetType().Name).ShouldBe([nameof(LeadReceived), nameof(LeadQueued)]);
        story.Lead.Status.ShouldBe(LeadStatus.Waiting);
        story.Lead.DueSince.ShouldBe(Given.Monday);
        story.Lead.Sequence.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, null, 0)]
    [InlineData(10, 72.6, 83)]
    [InlineData(1000, 100.0, 1000)]
    public void Decide_Priority_IsTheQueuesPlusTheScoreUpToAThousand(int queue, double? score, int expected) =>
        new LeadStory(Given.With(rules => rules with { Priority = queue }), Given.Post() with { Score = score }).Lead.Priority.ShouldBe(expected);

    [Fact]
    public void Decide_ReceivedTwice_ChangesNothing() =>
        new LeadStory().Do(new ReceiveLead(LeadStory.Id, Given.Post())).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(EveryOtherCommand))]
    public void Decide_NoSuchLead_Refuses(LeadCommand command) =>
        LeadDecider.Decide(null, command, new LeadContext(Given.Monday, Given.Desk, Given.Calendar)).Refusal!.Code.ShouldBe("lead_not_found");

    [Fact]
    public void Evolve_AnythingBeforeLeadReceived_SaysTheJournalIsBroken() =>
        Should.Throw<InvalidOperationException>(() => LeadEvolution.Evolve(null, new CallOrdered(new AttemptId("a"))));

    [Fact]
    public void Decide_QueueRemovedFromTheDesk_GoesByTheDefaultQueuesRules()
    {
        var story = new LeadStory(post: Given.Post() with { Queue = "gone" });

        story.Offered(Given.Dana);

        story.Lead.Offer!.ExpiresAt.ShouldBe(Given.After(Given.Sales.OfferSeconds));
    }

    [Fact]
    public void Decide_QueueRemovedWhileTheLeadIsOnItsWay_WaitsInTheDefaultQueue()
    {
        var story = new LeadStory(post: Given.Post() with { Queue = "gone" });

        story.Lead.Queue.ShouldBe("sales");
        story.Events.OfType<LeadReceived>().Single().Post.Queue.ShouldBe("sales");
    }

    [Fact]
    public void Decide_QueueRemovedWhileTheLeadRings_WaitsInTheDefaultQueueAfterwards()
    {
        var story = new LeadStory(Given.Desk with { Queues = [Given.Sales, Given.Sales with { Id = "extra" }] }, Given.Post() with { Queue = "extra" }).Offered(Given.Dana);

        var missed = LeadDecider.Decide(story.Lead, new WakeLead(), new LeadContext(story.Lead.Offer!.ExpiresAt, Given.Desk, Given.Calendar));

        LeadEvolution.Replay(story.Lead, missed.Events)!.Queue.ShouldBe("sales");
    }
}
