using LeadRouter.TestSupport;
using Xunit.Abstractions;

namespace LeadRouter.Domain.Tests.Records;

public sealed class BankCallCentreTests(ITestOutputHelper output)
{
    [Fact]
    public void The_month_has_the_calls_that_its_description_says()
    {
        if (BankCallCentre.Calls()?.ToList() is not { } calls)
        {
            output.WriteLine(BankCallCentre.SkipReason);
            return;
        }

        calls.Count.ShouldBe(31_599);
        calls.Count(call => call.Type == BankCall.Prospect).ShouldBe(5_582);
        calls.Select(call => call.Type).Distinct().ShouldBe(["PS", "PE", "NE", "IN", "NW", "TT", "AA"], ignoreOrder: true);
        calls.Select(call => call.Outcome).Distinct().ShouldBe(["AGENT", "HANG", "PHANTOM"], ignoreOrder: true);
        calls.ShouldAllBe(call => call.Priority >= 0 && call.Priority <= 2 && call.QueueSeconds >= 0 && call.ServiceSeconds >= 0);
        calls.ShouldAllBe(call => call.Entered.Offset == TimeSpan.FromHours(2) && call.Entered.Year == 1999 && call.Entered.Month <= 2);
    }

    [Fact]
    public void A_row_reads_as_it_is_written()
    {
        if (BankCallCentre.Calls() is not { } calls)
        {
            output.WriteLine(BankCallCentre.SkipReason);
            return;
        }

        var first = calls.Take(3).ToList();

        first[0].ShouldBe(new BankCall(1, 2, "PS", new(1999, 1, 1, 0, 0, 31, TimeSpan.FromHours(2)), 153, "HANG", 0, null));
        first[1].Caller.ShouldBeNull();
        first[2].ShouldBe(new BankCall(2, 2, "PS", new(1999, 1, 1, 6, 55, 20, TimeSpan.FromHours(2)), 17, "AGENT", 54, "A01"));
    }
}
