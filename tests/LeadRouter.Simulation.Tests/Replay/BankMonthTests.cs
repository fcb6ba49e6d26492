using LeadRouter.Simulation.Replay;
using LeadRouter.TestSupport;
using Xunit.Abstractions;

namespace LeadRouter.Simulation.Tests.Replay;

/// <summary>The real month of a bank's call centre.</summary>
public sealed class BankMonthTests(ITestOutputHelper output)
{
    [Fact]
    public void The_month_has_the_calls_that_its_description_says()
    {
        if (Calls() is not { } calls)
            return;
        calls.Count.ShouldBe(31_599);
        calls.Count(call => call.Type == RecordedCall.Prospect).ShouldBe(5_582);
        calls.Select(call => call.Type).Distinct().ShouldBe(["PS", "PE", "NE", "IN", "NW", "TT", "AA"], ignoreOrder: true);
        calls.Count(call => call.Outcome == CallOutcome.Phantom).ShouldBe(240);
        calls.ShouldAllBe(call => call.Entered.Year == 1999 && call.Entered.Month == 1);
        calls.ShouldAllBe(call => (call.WantedAt - call.Entered).Duration() < TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_row_reads_as_it_is_written()
    {
        if (Calls() is not { } calls)
            return;
        var day = new DateTime(1999, 1, 1);
        calls[0].ShouldBe(new RecordedCall(1, 2, "PS", day.Add(new(0, 0, 31)), day.Add(new(0, 0, 36)), 153, CallOutcome.GaveUp, null, 0, null));
        calls[1].Caller.ShouldBeNull();
        calls[2].ShouldBe(new RecordedCall(2, 2, "PS", day.Add(new(6, 55, 20)), day.Add(new(6, 55, 26)), 17, CallOutcome.Served, day.Add(new(6, 55, 43)), 54, "A01"));
    }

    /// <summary>What is inferred was learnt on the odd days. Each type with a thousand calls or more is held to twice the bound of all.</summary>
    [Fact]
    public void The_engine_makes_the_even_days_wait_as_long_as_they_did()
    {
        if (Calls() is not { } calls)
            return;
        var month = ReplayedMonth.Run(calls, seed: 1);
        foreach (var line in ReplayReport.Lines(month))
            output.WriteLine(line);

        month.Calls.Count.ShouldBe(29_183);
        var judged = month.Calls.Where(call => !FitDays.Has(call.Call)).ToList();
        Hold("all", judged, 0.1);
        foreach (var type in month.Calls.GroupBy(call => call.Call.Type).Where(type => type.Count() >= 1000))
            Hold(type.Key, [.. judged.Where(call => call.Call.Type == type.Key)], 0.2);
        Correlation(month).ShouldBeGreaterThan(0.95);
    }

    private static void Hold(string name, IReadOnlyList<ReplayedCall> calls, double bound)
    {
        var waits = WaitComparison.Of(calls);
        Math.Abs(waits.Mean).ShouldBeLessThan(bound, $"{name}, mean");
        Math.Abs(waits.P90).ShouldBeLessThan(bound, $"{name}, 90th percentile");
        Math.Abs(waits.GivenUp).ShouldBeLessThan(bound, $"{name}, given up");
    }

    /// <summary>Hours in which people waited long are hours in which they wait long: of the mean waits by hour of the day, weighted alike.</summary>
    private static double Correlation(ReplayedMonth month)
    {
        var hours = month.Calls.GroupBy(call => call.Call.WantedAt.Hour).Where(hour => hour.Count() >= 500)
            .Select(hour => (X: hour.Average(call => call.Recorded.Seconds), Y: hour.Average(call => call.Replayed.Seconds))).ToList();
        var (x, y) = (hours.Average(hour => hour.X), hours.Average(hour => hour.Y));
        return hours.Sum(hour => (hour.X - x) * (hour.Y - y))
            / Math.Sqrt(hours.Sum(hour => (hour.X - x) * (hour.X - x)) * hours.Sum(hour => (hour.Y - y) * (hour.Y - y)));
    }

    private IReadOnlyList<RecordedCall>? Calls()
    {
        if (BankCallCentre.Find() is { } file)
            return CallRecords.Read(file);
        output.WriteLine(BankCallCentre.SkipReason);
        return null;
    }
}
