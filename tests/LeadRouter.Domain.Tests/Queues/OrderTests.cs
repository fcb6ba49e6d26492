using FsCheck;
using FsCheck.Fluent;
using LeadRouter.Domain.Queues;

namespace LeadRouter.Domain.Tests.Queues;

public sealed class OrderTests
{
    [Fact]
    public void Key_MorePriority_IsWorthItsWaitingTime()
    {
        PriorityAgeing.Key(Queue.Lead("x") with { Priority = 10 }, 6).ShouldBe(Given.After(-60));
        PriorityAgeing.Key(Queue.Lead("x", waitedSeconds: 60), 6).ShouldBe(Given.After(-60));
    }

    [Fact]
    public void Key_OrderOfTwoWaitingLeads_IsTheOrderOfPriorityPlusAgeAtEveryInstant() =>
        Prop.ForAll(Numbers(6), n =>
        {
            var (a, b) = (Waiting("a", n[0], n[1]), Waiting("b", n[2], n[3]));
            var perPoint = 1 + n[4] % 3600;
            var now = Given.After(100_000 + n[5]);
            var byScore = Score(b, perPoint, now).CompareTo(Score(a, perPoint, now));
            return Math.Sign(PriorityAgeing.Key(a, perPoint).CompareTo(PriorityAgeing.Key(b, perPoint))) == Math.Sign(byScore);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Key_HoweverImportantWhatComesLater_AWaitingLeadIsPassedForABoundedTimeOnly() =>
        Prop.ForAll(Numbers(3), n =>
        {
            var perPoint = 1 + n[0] % 3600;
            var old = Queue.Lead("old");
            var late = Queue.Lead("late", waitedSeconds: -(1000 * perPoint + 1 + n[1])) with { Priority = n[2] % 1001 };
            return PriorityAgeing.Key(old, perPoint) < PriorityAgeing.Key(late, perPoint);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void MatchAll_LeadsInAnyOrder_AreServedByPriorityPlusAge() =>
        Prop.ForAll(Numbers(24), n =>
        {
            var queue = new Queue();
            var leads = Enumerable.Range(0, 12).Select(i => Waiting($"{i:00}", n[2 * i], n[2 * i + 1])).ToList();
            foreach (var lead in leads)
                queue.Waits(lead);
            for (var i = 0; i < 12; i++)
                queue.Sees(Queue.Rep($"r{i}"));
            var byScore = leads.OrderByDescending(lead => Score(lead, queue.Rules.AgeingSecondsPerPoint, Given.After(1))).ThenBy(lead => lead.Id);
            return queue.Match().Select(match => match.Lead).SequenceEqual(byScore.Select(lead => lead.Id));
        }).QuickCheckThrowOnFailure();

    private static WaitingLead Waiting(string id, int priority, int waitedSeconds) => Queue.Lead(id, waitedSeconds % 20_000) with { Priority = priority % 1001 };

    /// <summary>What the order means: points of priority plus points of age, in exact numbers.</summary>
    private static long Score(WaitingLead lead, int perPoint, DateTimeOffset now) =>
        (long)lead.Priority * perPoint * TimeSpan.TicksPerSecond + (now - lead.DueSince).Ticks;

    private static Arbitrary<int[]> Numbers(int count) => Gen.Choose(0, 1_000_000).ArrayOf(count).ToArbitrary();
}
