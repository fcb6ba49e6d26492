using LeadRouter.Simulation.Replay;

namespace LeadRouter.Simulation.Tests.Replay;

public sealed class DutiesTests
{
    /// <summary>A morning at the stock desk: five regular callers wait in front of stock callers who are taken.</summary>
    [Fact]
    public void A_type_that_is_passed_over_all_morning_is_no_duty_of_the_morning()
    {
        var morning = Enumerable.Range(0, 20).Select(i => Recorded.Served("NE", $"08:{i * 3:00}:00", 0, 60, "A01")).ToList();
        var evening = Enumerable.Range(0, 20).Select(i => Recorded.Served("PS", $"18:{i * 3:00}:00", 0, 60, "A01")).ToList();
        var waited = Enumerable.Range(1, 5).Select(i => Recorded.GaveUp("PS", $"08:{i * 3 - 1:00}:00", 90));

        var duties = Of([.. morning, .. evening, .. waited]);

        duties[2].ShouldBe(["NE"]);
        duties[^1].ShouldBe(["NE", "PS"], ignoreOrder: true);
    }

    [Fact]
    public void A_type_that_nobody_waited_with_is_still_a_duty()
    {
        var duties = Of([.. Enumerable.Range(0, 20).Select(i => Recorded.Served(i == 19 ? "NE" : "PS", $"08:{i * 3:00}:00", 0, 60, "A01"))]);

        duties[0].ShouldBe(["NE", "PS"], ignoreOrder: true);
    }

    /// <summary>Who came later goes first with more credit: that passes nobody over.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void Who_went_first_by_credit_passes_nobody_over(int priority, bool isDuty)
    {
        RecordedCall[] calls =
        [
            Recorded.GaveUp("PS", "08:01:00", 200),
            Recorded.Served("NE", "08:02:00", 40, 60, "A01", priority),
            // The type is the agent's by another day.
            Recorded.Served("PS", "18:00:00", 0, 60, "A01"),
        ];

        Of(calls)[0].Contains("PS").ShouldBe(isDuty);
    }

    private static IReadOnlyList<IReadOnlySet<string>> Of(IReadOnlyList<RecordedCall> calls)
    {
        var agent = AgentCalls.Of(calls).ShouldHaveSingleItem();
        return Duties.Of(agent, Membership.Of([agent])["A01"], new RecordedLine(calls));
    }
}
