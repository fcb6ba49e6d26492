using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;
using static LeadRouter.Domain.Tests.Queues.Queue;

namespace LeadRouter.Domain.Tests.Queues;

public sealed class QueueBookPreferenceTests
{
    [Fact]
    public void MatchAll_OwnerFree_GetsItBeforeTheLongestIdle() =>
        new Queue().Sees(Rep("owner", 1)).Sees(Rep("other", 99)).Waits(Lead("x") with { Preferred = Prefers("owner", 60) }).Matched().ShouldBe("x>owner");

    [Fact]
    public void MatchAll_OwnerBusy_WaitsForHimThenGoesToAnybody()
    {
        var queue = new Queue().Sees(Rep("owner", free: 0)).Sees(Rep("other")).Waits(Lead("x") with { Preferred = Prefers("owner", 60) });

        queue.Matched().ShouldBe("");
        queue.Book.NextChange(queue.Now).ShouldBe(Given.After(60));
        queue.After(60).Matched().ShouldBe("x>other");
    }

    [Fact]
    public void NextChange_AfterAPreferenceEndedWhileNobodyCouldTakeIt_IsNotInThePast()
    {
        var queue = new Queue(Given.Sales with { Skills = new Dictionary<string, int> { ["loans"] = 1 } }).Sees(Rep("novice"))
            .Waits(Lead("x") with { Preferred = Prefers("owner", 60) });

        queue.After(60).Matched().ShouldBe("");

        queue.Book.NextChange(queue.Now).ShouldBeNull();
    }

    [Theory]
    [InlineData(Presence.Break, true)]
    [InlineData(Presence.Offline, true)]
    [InlineData(Presence.Available, false)]
    public void MatchAll_OwnerAway_GoesToAnybodyAtOnce(Presence presence, bool connected) =>
        new Queue().Sees(Rep("owner") with { Presence = presence, Connected = connected }).Sees(Rep("other"))
            .Waits(Lead("x") with { Preferred = Prefers("owner", 60) }).Matched().ShouldBe("x>other");

    [Fact]
    public void MatchAll_OwnerNoLongerInTheQueue_GoesToAnybodyAtOnce() =>
        new Queue().Sees(Rep("other")).Waits(Lead("x") with { Preferred = Prefers("owner", 60) }).Matched().ShouldBe("x>other");

    [Fact]
    public void MatchAll_SupervisorsChoice_WaitsEvenWhileTheRepIsAwayAndNoLongerThanPromised()
    {
        var queue = new Queue().Sees(Rep("chosen") with { Presence = Presence.Break }).Sees(Rep("other"))
            .Waits(Lead("x") with { Preferred = Prefers("chosen", 60, strict: true) });

        queue.Matched().ShouldBe("");
        queue.After(60).Matched().ShouldBe("x>other");
    }

    [Fact]
    public void MatchAll_SupervisorsChoice_DoesNotHoldUpTheOthers() =>
        new Queue().Sees(Rep("other")).Waits(Lead("x", 50) with { Preferred = Prefers("chosen", 60, strict: true) }).Waits(Lead("y"))
            .Matched().ShouldBe("y>other");

    [Fact]
    public void MatchAll_WhoPassed_IsLeftAloneUntilThePassEnds()
    {
        var queue = new Queue().Sees(Rep("a")).Waits(Lead("x") with { Passes = [new Pass(new RepId("a"), Given.After(10))] });

        queue.Matched().ShouldBe("");
        queue.Book.NextChange(queue.Now).ShouldBe(Given.After(10));
        queue.After(10).Matched().ShouldBe("x>a");
    }

    [Fact]
    public void NextChange_ClockPutBackBeforeAPassEnded_IsItsEndAgain()
    {
        var queue = new Queue().Sees(Rep("a", free: 0)).Sees(Rep("b") with { Languages = ["en"] })
            .Waits(Lead("x") with { Language = "he", Passes = [new Pass(new RepId("a"), Given.After(10))] });
        queue.After(11).Matched().ShouldBe("");
        queue.Book.NextChange(queue.Now).ShouldBeNull();

        queue.After(-6).Sees(Rep("a")).Matched().ShouldBe("");

        queue.Book.NextChange(queue.Now).ShouldBe(Given.After(10));
    }

    [Fact]
    public void MatchAll_EverybodyPassed_ComesRoundAgain()
    {
        var passes = new[] { new Pass(new RepId("a"), Given.After(5)), new Pass(new RepId("b"), Given.After(8)) };
        var queue = new Queue().Sees(Rep("a", 1)).Sees(Rep("b", 9)).Waits(Lead("x") with { Passes = passes });

        queue.Matched().ShouldBe("");
        queue.After(5).Matched().ShouldBe("x>a");
    }

    [Fact]
    public void MatchAll_Languages_GoOnlyToWhoSpeaksThem() =>
        new Queue().Sees(Rep("he", 1) with { Languages = ["he"] }).Sees(Rep("ru", 9) with { Languages = ["ru"] })
            .Waits(Lead("1", 9) with { Language = "en" }).Waits(Lead("2", 8) with { Language = "he-il" }).Waits(Lead("3"))
            .Matched().ShouldBe("2>he 3>ru");

    [Fact]
    public void MatchAll_LanguagesTogether_GoByTheQueuesOrder() =>
        new Queue().Sees(Rep("a")).Waits(Lead("1", 1) with { Language = "he" }).Waits(Lead("2", 3)).Waits(Lead("3", 2) with { Language = "ru" })
            .Matched().ShouldBe("2>a");

    [Fact]
    public void MatchAll_SkillOfTheQueue_IsNeeded() =>
        new Queue(Given.Sales with { Skills = new Dictionary<string, int> { ["loans"] = 5 } })
            .Sees(Rep("novice", 9) with { Skills = new Dictionary<string, int> { ["loans"] = 4 } })
            .Sees(Rep("expert") with { Skills = new Dictionary<string, int> { ["loans"] = 5 } })
            .Waits(Lead("x")).Matched().ShouldBe("x>expert");

    [Fact]
    public void MatchAll_Decision_SaysWhoCouldWhoCouldNotAndWhy()
    {
        var queue = new Queue().Sees(Rep("b", 5)).Sees(Rep("a", 9)).Sees(Rep("break") with { Presence = Presence.Break })
            .Sees(Rep("full", free: 0)).Sees(Rep("gone") with { Connected = false }).Waits(Lead("x") with { Passes = [new Pass(new RepId("p"), Given.After(9))] }).Sees(Rep("p"));

        var decision = queue.Match().ShouldHaveSingleItem().Decision;

        (decision.At, decision.RepId, decision.Rule, decision.ExcludedCount, decision.LeadSequence).ShouldBe((Given.Monday, new RepId("a"), "longestIdle", 4, 1));
        decision.Eligible.ShouldBe([new RepId("a"), new RepId("b")]);
        decision.Excluded.ToDictionary(e => e.RepId.Value, e => e.Reason).ShouldBe(new Dictionary<string, ExclusionReason>
        {
            ["break"] = ExclusionReason.OnBreak,
            ["full"] = ExclusionReason.AtCapacity,
            ["gone"] = ExclusionReason.Disconnected,
            ["p"] = ExclusionReason.Passed,
        });
    }

    [Theory]
    [InlineData(false, "ownerFirst")]
    [InlineData(true, "supervisorChoice")]
    public void MatchAll_DecisionForAPreferredRep_NamesTheRule(bool strict, string rule)
    {
        var decision = new Queue().Sees(Rep("other", 9)).Sees(Rep("owner")).Waits(Lead("x") with { Preferred = Prefers("owner", 60, strict) })
            .Match().ShouldHaveSingleItem().Decision;

        decision.Rule.ShouldBe(rule);
        decision.Excluded.ShouldHaveSingleItem().ShouldBe(new Exclusion(new RepId("other"), ExclusionReason.OwnerFirst));
    }

    [Fact]
    public void MatchAll_DecisionAmongHundreds_NamesFiftyAndCountsAll()
    {
        var queue = new Queue().Waits(Lead("x"));
        for (var i = 0; i < 200; i++)
            queue.Sees(Rep($"r{i:000}", free: i % 2));

        var decision = queue.Match().Single().Decision;

        (decision.Eligible.Count, decision.Excluded.Count, decision.ExcludedCount).ShouldBe((50, 50, 100));
    }
}
