using System.Globalization;
using LeadRouter.Simulation.Replay;

namespace LeadRouter.Simulation.Tests.Replay;

/// <summary>A few calls whose replay can be told in advance.</summary>
public sealed class ReplayedMonthTests
{
    [Fact]
    public void One_agent_takes_one_call_after_the_other()
    {
        var month = Run(
            Recorded.Served("NW", "10:00:00", 0, 300, "A01"),
            Recorded.Served("NW", "10:01:00", 240, 60, "A01"),
            Recorded.GaveUp("PS", "10:02:00", 50),
            Recorded.Served("PS", "10:20:00", 0, 60, "A01"));

        Waits(month).ShouldBe(["NW 0", "NW 240", "PS gave up after 50", "PS 0"]);
    }

    /// <summary>The first call ends at 10:04.</summary>
    [Theory]
    [InlineData("10:02:00", 300, 120)]
    [InlineData("10:02:40", 180, 200)]
    public void A_step_of_priority_starts_with_a_minute_and_a_half_of_waiting(string highAt, int regularSeconds, int highSeconds)
    {
        var month = Run(
            Recorded.Served("PS", "10:00:00", 0, 240, "A01"),
            Recorded.Served("PS", "10:01:00", regularSeconds, 120, "A01"),
            Recorded.Served("PS", highAt, highSeconds, 120, "A01", priority: 1));

        Waits(month).ShouldBe(["PS 0", $"PS {regularSeconds}", $"PS {highSeconds}"]);
    }

    /// <summary>With a queue of its own for each type the rep would have got the lead of the queue that asked first.</summary>
    [Theory]
    [InlineData("10:01:00", "10:02:00")]
    [InlineData("10:02:00", "10:01:00")]
    public void Types_that_share_an_agent_have_one_order(string stockAt, string regularAt)
    {
        var month = Run(
            Recorded.Served("PS", "10:00:00", 0, 240, "A01"),
            Recorded.Served("NE", stockAt, stockAt == "10:01:00" ? 180 : 240, 120, "A01"),
            Recorded.Served("PS", regularAt, regularAt == "10:01:00" ? 180 : 240, 120, "A01"));

        Waits(month)[1..].ShouldBe(stockAt == "10:01:00" ? ["NE 180", "PS 240"] : ["PS 180", "NE 240"]);
    }

    [Fact]
    public void Prospects_wait_for_an_agent_who_takes_them()
    {
        var month = Run(
            Recorded.Served("NW", "10:00:00", 0, 300, "A01"),
            Recorded.Served("PS", "10:00:00", 0, 60, "A02"),
            Recorded.Served("NW", "10:02:00", 180, 60, "A01"),
            Recorded.Served("PS", "10:06:00", 0, 60, "A02"));

        Waits(month).ShouldBe(["NW 0", "PS 0", "NW 180", "PS 0"]);
    }

    /// <summary>While the agent calls back, the next caller waits; what the agent placed waits for nobody and is not compared.</summary>
    [Fact]
    public void A_call_back_that_an_agent_placed_is_the_agents_time()
    {
        var month = Run(
            Recorded.Served("PS", "10:00:00", 0, 60, "A01"),
            Recorded.Served(RecordedCall.CallBack, "10:01:00", 0, 600, "A01"),
            Recorded.Served("PS", "10:02:00", 540, 60, "A01"));

        Waits(month).ShouldBe(["PS 0", "PS 540"]);
    }

    /// <summary>As when the days to learn from do not begin with the month's first: found on the recorded month with all its dates one day later.</summary>
    [Fact]
    public void Agents_may_be_there_long_before_the_first_call()
    {
        var month = Run(
            Recorded.Served(RecordedCall.CallBack, "06:00:00", 0, 60, "A01"),
            Recorded.Served("PS", "10:00:00", 0, 60, "A01"));

        Waits(month).ShouldBe(["PS 0"]);
    }

    /// <summary>Down to the milliseconds of the machine, which are drawn too.</summary>
    [Fact]
    public void The_same_seed_gives_the_same_waits()
    {
        RecordedCall[] calls =
        [
            Recorded.Served("NW", "10:00:00", 0, 300, "A01"), Recorded.Served("PS", "10:01:00", 240, 60, "A01"),
            Recorded.GaveUp("PS", "10:02:00", 50), Recorded.Served("NW", "10:20:00", 0, 60, "A01"),
        ];
        IEnumerable<CallWait> Waits(int seed) => ReplayedMonth.Run(calls, seed).Calls.Select(call => call.Replayed);

        Waits(1).ShouldBe(Waits(1));
        Waits(2).ShouldNotBe(Waits(1));
    }

    /// <summary>Nobody gave up and nothing says when anybody would: a caller whom nobody comes to is there until the end.</summary>
    [Fact]
    public void A_month_without_anybody_who_gave_up_comes_to_an_end()
    {
        var month = Run(Recorded.Served("PS", "10:00:00", 0, 60, "A01").Later(1), Recorded.Served("PS", "10:00:30", 31, 0, "A02").Later(1));

        Waits(month)[0].ShouldBe("PS 0");
        month.Calls[1].Replayed.GaveUp.ShouldBeTrue();
    }

    private static ReplayedMonth Run(params RecordedCall[] calls) => ReplayedMonth.Run(calls, seed: 1);

    private static List<string> Waits(ReplayedMonth month) => [.. month.Calls.Select(call => string.Create(
        CultureInfo.InvariantCulture, $"{call.Call.Type} {(call.Replayed.GaveUp ? "gave up after " : "")}{call.Replayed.Seconds:0}"))];
}
