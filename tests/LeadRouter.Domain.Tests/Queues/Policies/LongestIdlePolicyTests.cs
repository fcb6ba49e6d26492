using LeadRouter.Domain.Queues.Policies;

namespace LeadRouter.Domain.Tests.Queues.Policies;

public sealed class LongestIdlePolicyTests
{
    [Fact]
    public void Compare_FewerHeldGoesFirst_ThenLongerIdle_ThenById()
    {
        RepLoad[] reps = [new(Queue.Rep("c", 5), 0), new(Queue.Rep("b", 9), 0), new(Queue.Rep("busy", 100), 1), new(Queue.Rep("a", 5), 0)];
        Array.Sort(reps, (a, b) => new LongestIdlePolicy().Compare(a, b, Given.Monday));

        reps.Select(load => load.Rep.Id.Value).ShouldBe(["b", "a", "c", "busy"]);
    }
}
