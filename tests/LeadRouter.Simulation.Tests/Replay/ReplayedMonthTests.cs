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
            Served("NW", "10:00:00", 0, 300, "A01"),
            Served("NW", "10:01:00", 240, 60, "A01"),
            GaveUp("PS", "10:02:00", 50),
            Served("PS", "10:20:00", 0, 60, "A01"));

        Waits(month).ShouldBe(["NW 0", "NW 240", "PS gave up after 50", "PS 0"]);
    }

    /// <summary>The first call ends at 10:04. A point of priority is worth a second on this desk, and a caller of priority 2 has 90 of them.</summary>
    [Theory]
    [InlineData("10:02:00", 300, 120)]
    [InlineData("10:02:40", 180, 200)]
    public void A_high_priority_starts_with_a_minute_and_a_half_of_waiting(string highAt, int regularSeconds, int highSeconds)
    {
        var month = Run(
            Served("PS", "10:00:00", 0, 240, "A01"),
            Served("PS", "10:01:00", regularSeconds, 120, "A01"),
            Served("PS", highAt, highSeconds, 120, "A01") with { Priority = 2 });

        Waits(month).ShouldBe(["PS 0", $"PS {regularSeconds}", $"PS {highSeconds}"]);
    }

    /// <summary>Down to the milliseconds of the machine, which are drawn too.</summary>
    [Fact]
    public void The_same_seed_gives_the_same_waits()
    {
        RecordedCall[] calls = [Served("NW", "10:00:00", 0, 300, "A01"), Served("PS", "10:01:00", 240, 60, "A01"), GaveUp("PS", "10:02:00", 50), Served("NW", "10:20:00", 0, 60, "A01")];
        IEnumerable<CallWait> Waits(int seed) => ReplayedMonth.Run(calls, seed).Calls.Select(call => call.Replayed);

        Waits(1).ShouldBe(Waits(1));
        Waits(2).ShouldNotBe(Waits(1));
    }

    [Fact]
    public void Stock_is_for_who_has_often_served_it()
    {
        var rows = Enumerable.Range(0, 5).Select(number => Served("NE", $"10:{number * 5:00}:00", 0, 200, "A01"))
            .Append(Served("NE", "10:50:00", 0, 60, "A02")).Append(Served("PE", "11:00:00", 0, 60, "A02"));
        var reps = Staffing.Of([.. rows]).Reps;

        reps[0].Profile.Queues.ShouldBe([ReplayQueues.Regular, ReplayQueues.Stock]);
        reps[1].Profile.Queues.ShouldBe([ReplayQueues.Regular]);
        reps[1].Profile.Languages.ShouldNotContain(ReplayQueues.English);
    }

    [Fact]
    public void A_long_pause_and_a_pause_in_which_somebody_waited_are_breaks()
    {
        var rep = Staffing.Of([
            Served("PS", "10:00:00", 0, 60, "A01"),
            // Nine minutes without a call, and nobody waited: at the desk.
            Served("PS", "10:10:00", 0, 60, "A01"),
            // Eleven minutes: nobody knows.
            Served("PS", "10:22:00", 0, 60, "A01"),
            // Two minutes, and somebody waited for half of one.
            GaveUp("PS", "10:24:00", 30),
            Served("PS", "10:25:00", 0, 60, "A01"),
        ]).Reps.ShouldHaveSingleItem();

        rep.There.Select(stretch => $"{stretch.From:HH:mm}-{stretch.To:HH:mm}").ShouldBe(["10:00-10:11", "10:22-10:23", "10:25-10:26"]);
    }

    [Fact]
    public void The_time_from_call_to_call_is_learnt_while_somebody_waits()
    {
        var staffing = Staffing.Of([
            Served("PS", "10:00:00", 0, 60, "A01"),
            // Comes at 10:00:30 and is taken four seconds after the first one's end.
            Served("PS", "10:00:30", 34, 56, "A01"),
            // Nobody waits in the 30 s before this one.
            Served("PS", "10:02:30", 0, 60, "A01"),
        ]);

        staffing.Turnaround.ShouldBe(TimeSpan.FromSeconds(4));
        staffing.Hours.ShouldBe(210 / 3600.0, 1e-9);
    }

    private static ReplayedMonth Run(params RecordedCall[] calls) => ReplayedMonth.Run(calls, seed: 1);

    private static List<string> Waits(ReplayedMonth month) => [.. month.Calls.Select(call => string.Create(
        CultureInfo.InvariantCulture, $"{call.Call.Type} {(call.Replayed.GaveUp ? "gave up after " : "")}{call.Replayed.Seconds:0}"))];

    private static RecordedCall Served(string type, string clock, int waited, int seconds, string agent)
    {
        var at = At(clock);
        return new RecordedCall(null, 0, type, at, waited > 0 ? at : null, waited, CallOutcome.Served, at.AddSeconds(waited), seconds, agent);
    }

    private static RecordedCall GaveUp(string type, string clock, int waited) =>
        new(null, 0, type, At(clock), At(clock), waited, CallOutcome.GaveUp, null, 0, null);

    private static DateTime At(string clock) => new DateTime(1999, 1, 3).Add(TimeSpan.Parse(clock, CultureInfo.InvariantCulture));
}
