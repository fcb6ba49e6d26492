using LeadRouter.Simulation.Replay;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.Tests.Replay;

public sealed class CreditsTests
{
    private static readonly Dictionary<string, IReadOnlySet<string>> Types = new() { ["A01"] = new HashSet<string> { "PS", "NW" } };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 90)]
    [InlineData(2, 180)]
    public void SecondsOf_EachStepOfPriorityIsAMinuteAndAHalf(int priority, int seconds) =>
        Of().SecondsOf(Recorded.GaveUp("PS", "10:00:00", 60, priority)).ShouldBe(seconds);

    /// <summary>Of the callers who queued three quarters have priority 2, and who did not queue is as one of them.</summary>
    [Fact]
    public void PriorityOf_WhoNeverQueued_IsThatOfOneAlikeWhoDid()
    {
        var credits = Of([.. Enumerable.Range(0, 40).Select(i => Recorded.GaveUp("PS", "10:00:00", 60, i < 30 ? 2 : 0)), Recorded.GaveUp("NW", "10:00:00", 60)]);
        var guessed = Enumerable.Range(0, 4000).Select(_ => credits.PriorityOf(Recorded.Served("PS", "10:00:00", 0, 60, "A01"))).ToList();

        // Four standard errors are 0.03.
        ((double)guessed.Count(priority => priority == 2) / guessed.Count).ShouldBe(0.75, 0.03);
        credits.PriorityOf(Recorded.GaveUp("PS", "10:00:00", 60, priority: 1)).ShouldBe(1);
    }

    [Fact]
    public void PriorityOf_WhenNobodyQueued_IsNone() => Of().PriorityOf(Recorded.Served("PS", "10:00:00", 0, 60, "A01")).ShouldBe(0);

    /// <summary>One of priority 0 since 10:00, one of priority 1 from 10:01 on. Who is taken at 10:02 says whether the step counts.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Share_IsOfPairsWhoseOrderTheStepDecides(bool later, double share)
    {
        RecordedCall[] calls = later
            ? [Recorded.GaveUp("NW", "10:00:00", 300), Recorded.Served("PS", "10:01:00", 60, 60, "A01", priority: 1)]
            : [Recorded.Served("NW", "10:00:00", 120, 60, "A01"), Recorded.GaveUp("PS", "10:01:00", 300, priority: 1)];

        new HonouredCredit(new RecordedLine(calls), Types).Share(step: 1, Recorded.At("00:00").AddDays(1)).ShouldBe(share);
    }

    [Theory]
    [InlineData("10:01:45", "more than the step is worth")]
    [InlineData("10:00:03", "clocks too near to each other")]
    public void Share_PairsThatTheStepDoesNotDecideSayNothing(string at, string why)
    {
        RecordedCall[] calls = [Recorded.Served("NW", "10:00:00", 240, 60, "A01"), Recorded.GaveUp("PS", at, 300, priority: 1)];

        new HonouredCredit(new RecordedLine(calls), Types).Share(step: 1, Recorded.At("00:00")).ShouldBe(1, why);
    }

    /// <summary>On the first day the step is worth nothing, ten days later it counts: each day goes by the days nearest to it, the day of the same number a month later too.</summary>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    [InlineData(31, 1)]
    public void Share_OfADayIsThatOfTheNearestDays(int days, double share)
    {
        IEnumerable<RecordedCall> Pairs(params RecordedCall[] pair) => Enumerable.Range(0, 20).SelectMany(i => pair.Select(call => call with
        {
            QueuedAt = call.QueuedAt!.Value.AddMinutes(10 * i),
            ServedAt = call.ServedAt?.AddMinutes(10 * i),
        }));
        var without = Pairs(Recorded.Served("NW", "10:00:00", 120, 60, "A01"), Recorded.GaveUp("PS", "10:01:00", 300, priority: 1));
        var with = Pairs(Recorded.GaveUp("NW", "10:00:00", 300), Recorded.Served("PS", "10:01:00", 60, 60, "A01", priority: 1)).Select(call => call.Later(days: 10));

        new HonouredCredit(new RecordedLine([.. without, .. with]), Types).Share(step: 1, Recorded.At("00:00").AddDays(days)).ShouldBe(share);
    }

    private static Credits Of(params RecordedCall[] fitted) => new(fitted, new HonouredCredit(new RecordedLine([]), Types), new Draw(1));
}
