using LeadRouter.Domain.Reps;
using static LeadRouter.Domain.Tests.Queues.Queue;

namespace LeadRouter.Domain.Tests.Queues;

public sealed class QueueBookTests
{
    [Fact]
    public void MatchAll_LongestIdleRep_GetsTheOldestLead() =>
        new Queue().Sees(Rep("a", 10)).Sees(Rep("b", 30)).Waits(Lead("young", 1)).Waits(Lead("old", 9)).Matched().ShouldBe("old>b young>a");

    [Fact]
    public void MatchAll_EqualReps_AreTakenByIdSoThatAReplayChoosesTheSame() =>
        new Queue().Sees(Rep("b")).Sees(Rep("a")).Waits(Lead("x")).Matched().ShouldBe("x>a");

    [Fact]
    public void MatchAll_WhatIsUnderWay_IsNotMatchedAgainUntilItTimesOut()
    {
        var queue = new Queue().Sees(Rep("a")).Waits(Lead("x")).Waits(Lead("y"));
        queue.Matched().ShouldBe("x>a");

        queue.After(1.9).Matched().ShouldBe("");
        queue.Book.NextChange(queue.Now).ShouldBe(Given.After(2));
        queue.After(0.1).Matched().ShouldBe("x>a");
    }

    [Fact]
    public void MatchAll_RepsNewerWord_CountsHisPlacesByItselfAgain()
    {
        var queue = new Queue().Sees(Rep("a", free: 2)).Waits(Lead("x")).Waits(Lead("y")).Waits(Lead("z"));
        queue.Matched().ShouldBe("x>a y>a");

        queue.Sees(Rep("a", free: 1)).Matched().ShouldBe("z>a");
    }

    [Fact]
    public void MatchAll_PlacesOfSeveralReps_AreSharedBeforeOneGetsASecondLead() =>
        new Queue().Sees(Rep("a", 100, free: 3)).Sees(Rep("b", 50, free: 3)).Sees(Rep("c", 10, free: 3))
            .Waits(Lead("1", 4)).Waits(Lead("2", 3)).Waits(Lead("3", 2)).Waits(Lead("4", 1)).Matched().ShouldBe("1>a 2>b 3>c 4>a");

    [Fact]
    public void MatchAll_RepWhoHoldsALead_GoesAfterOneWhoHoldsNone() =>
        new Queue().Sees(Rep("busy", 1000) with { Held = 1 }).Sees(Rep("idle", 1)).Waits(Lead("x")).Matched().ShouldBe("x>idle");

    [Fact]
    public void Wait_StaleWord_IsIgnored()
    {
        var queue = new Queue();
        queue.Book.Wait(Lead("x") with { Sequence = 5, Language = "he" }, 6);
        queue.Book.Wait(Lead("x") with { Sequence = 4, Language = null }, 6);
        queue.Book.Wait(Lead("x") with { Sequence = 5, Language = null }, 6);

        queue.Sees(Rep("a") with { Languages = ["en"] }).Matched().ShouldBe("");
        queue.Book.Count.ShouldBe(1);
    }

    [Fact]
    public void Leave_StaleWord_IsIgnored()
    {
        var queue = new Queue();
        queue.Book.Wait(Lead("x") with { Sequence = 5 }, 6);
        queue.Book.Leave(new LeadId("x"), 4);
        queue.Book.Count.ShouldBe(1);

        queue.Book.Leave(new LeadId("x"), 6);
        queue.Book.Count.ShouldBe(0);
    }

    [Fact]
    public void See_StaleWord_IsIgnored()
    {
        var queue = new Queue().Waits(Lead("x"));
        queue.Book.Update(Rep("a") with { Sequence = 5, Presence = Presence.Break }, true);
        queue.Book.Update(Rep("a") with { Sequence = 4 }, true);

        queue.Matched().ShouldBe("");
    }

    [Fact]
    public void See_RepLeftTheQueue_GetsNothingMore() =>
        new Queue().Sees(Rep("a")).Sees(Rep("a"), member: false).Waits(Lead("x")).Matched().ShouldBe("");

    [Fact]
    public void Refuse_TriesTheNextRepAtOnce() =>
        Refused(new Queue().Sees(Rep("a", 9)).Sees(Rep("b", 1)).Waits(Lead("x")), "x", "a").Matched().ShouldBe("x>b");

    [Fact]
    public void Refuse_TheSameRepIsNotAskedAgainWithoutNewsOfHim()
    {
        var queue = Refused(new Queue().Sees(Rep("a", free: 2)).Waits(Lead("x")), "x", "a");

        queue.Matched().ShouldBe("");
        queue.Waits(Lead("y")).Matched().ShouldBe("y>a");
        queue.Sees(Rep("a", free: 2)).Matched().ShouldBe("x>a");
    }

    [Fact]
    public void Refuse_WithoutAnyNews_IsTriedAgainAfterTheTimeout()
    {
        var queue = Refused(new Queue().Sees(Rep("a")).Waits(Lead("x")), "x", "a");

        queue.Matched().ShouldBe("");
        queue.Book.NextChange(queue.Now).ShouldBe(Given.After(2));
        queue.After(2).Matched().ShouldBe("x>a");
    }

    [Fact]
    public void Refuse_OfAnotherRepThanTheOneAsked_ChangesNothing() =>
        Refused(new Queue().Sees(Rep("a", 9)).Sees(Rep("b", 1)).Waits(Lead("x")), "x", "b").Matched().ShouldBe("");

    [Fact]
    public void Wait_NewerWordOfTheSameWait_DoesNotAskASecondRep()
    {
        var queue = new Queue().Sees(Rep("a", 9)).Sees(Rep("b", 1)).Waits(Lead("x"));
        queue.Matched().ShouldBe("x>a");

        queue.Waits(Lead("x") with { Priority = 50 }).Matched().ShouldBe("");
        queue.Waits(Lead("x") with { QueuedSequence = 2, Preferred = Prefers("b", 60, strict: true) }).Matched().ShouldBe("x>b");
    }

    [Fact]
    public void Leave_WhileUnderWay_DropsTheMatch()
    {
        var queue = new Queue().Sees(Rep("a")).Waits(Lead("x"));
        queue.Matched().ShouldBe("x>a");

        queue.Leaves("x").Waits(Lead("x")).Sees(Rep("a")).Matched().ShouldBe("x>a");
    }

    private static Queue Refused(Queue queue, string lead, string rep)
    {
        queue.Match().ShouldNotBeEmpty();
        return queue.Refuses(lead, rep);
    }
}
