using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Queues.Policies;
using LeadRouter.Domain.Reps;
using static LeadRouter.Domain.Tests.Queues.Queue;

namespace LeadRouter.Domain.Tests.Queues.Policies;

public sealed class FewestTodayPolicyTests
{
    private static readonly DateTimeOffset Midnight = Given.DayEnd(Given.Monday);

    [Fact]
    public void MatchAll_FewestLeadsOfTheDay_GetsItHoweverLongOthersAreIdle() =>
        Fair().Sees(Worked("a", 3, idleSeconds: 900)).Sees(Worked("b", 2, idleSeconds: 1)).Waits(Lead("x")).Matched().ShouldBe("x>b");

    [Fact]
    public void MatchAll_LeadsHeldAndJustGiven_CountToo() =>
        Fair().Sees(Worked("a", 0) with { Held = 2, Free = 2 }).Sees(Worked("b", 1) with { Free = 2 })
            .Waits(Lead("1", 3)).Waits(Lead("2", 2)).Waits(Lead("3", 1)).Matched().ShouldBe("1>b 2>b 3>a");

    [Fact]
    public void MatchAll_EqualLoads_GoByIdleTime() =>
        Fair().Sees(Worked("a", 2, idleSeconds: 1)).Sees(Worked("b", 2, idleSeconds: 9)).Waits(Lead("x")).Matched().ShouldBe("x>b");

    [Fact]
    public void MatchAll_AtMidnight_EverybodyBeginsAtNought()
    {
        var queue = Fair().Sees(Worked("a", 5, idleSeconds: 9)).Sees(Worked("b", 0, idleSeconds: 1));
        queue.Now = Midnight.AddTicks(-1);
        queue.Waits(Lead("x")).Matched().ShouldBe("x>b");

        queue.Leaves("x").Sees(Worked("b", 0, idleSeconds: 1)).Now = Midnight;
        queue.Waits(Lead("y")).Matched().ShouldBe("y>a");
    }

    [Fact]
    public void MatchAll_Decision_NamesThePolicyAndItsOrder()
    {
        var decision = Fair().Sees(Worked("a", 2)).Sees(Worked("b", 0)).Sees(Worked("c", 1)).Waits(Lead("x")).Match().ShouldHaveSingleItem().Decision;

        decision.Rule.ShouldBe("fewestToday");
        decision.Eligible.Select(rep => rep.Value).ShouldBe(["b", "c", "a"]);
    }

    private static Queue Fair() => new(Given.Sales with { Strategy = new FewestTodayPolicy().Name });

    private static RepStatus Worked(string id, int leads, double idleSeconds = 0) => Rep(id, idleSeconds) with { Worked = new Workload(leads, Midnight) };
}
