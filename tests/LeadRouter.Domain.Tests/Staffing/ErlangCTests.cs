using LeadRouter.Domain.Staffing;

namespace LeadRouter.Domain.Tests.Staffing;

public sealed class ErlangCTests
{
    /// <summary>The vectors that the numbers' definitions give.</summary>
    [Theory]
    [InlineData(200, 180, 14, 20, 0.1741, 0.8884, 7.836)]
    [InlineData(100, 180, 8, 20, 0.1673, 0.8801, 10.036)]
    [InlineData(600, 240, 45, 60, 0.3407, 0.9024, 16.354)]
    public void The_vectors(double leadsPerHour, double handlingSeconds, int reps, double withinSeconds, double waitShare, double serviceLevel, double meanWaitSeconds)
    {
        var load = new StaffingLoad(leadsPerHour, handlingSeconds, reps);
        ErlangC.WaitShare(load).ShouldBe(waitShare, 0.00005);
        ErlangC.ServiceLevel(load, withinSeconds).ShouldBe(serviceLevel, 0.00005);
        ErlangC.MeanWaitSeconds(load).ShouldBe(meanWaitSeconds, 0.0005);
    }

    /// <summary>By the definition with its powers and factorials, as far as a double goes.</summary>
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 2.9)]
    [InlineData(20, 15)]
    [InlineData(100, 95)]
    public void WaitShare_IsThatOfTheDefinition(int reps, double erlangs)
    {
        double term = 1, fewer = 0;
        for (var k = 0; k < reps; k++)
        {
            fewer += term;
            term *= erlangs / (k + 1);
        }

        var all = term * reps / (reps - erlangs);
        ErlangC.WaitShare(new StaffingLoad(erlangs * 20, 180, reps)).ShouldBe(all / (fewer + all), 1e-12);
    }

    /// <summary>The value is the definition's, computed in fractions.</summary>
    [Fact]
    public void Hundreds_of_reps_stay_in_the_range_of_a_number()
    {
        ErlangC.WaitShare(new StaffingLoad(19_000, 180, 1000)).ShouldBe(0.06825341537714, 1e-9);
        ErlangC.WaitShare(new StaffingLoad(1, 1, 1000)).ShouldBe(0);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(13)]
    public void A_load_without_end_is_an_answer_and_no_error(int reps)
    {
        var load = new StaffingLoad(280, 180, reps);
        ErlangC.WaitShare(load).ShouldBe(1);
        ErlangC.ServiceLevel(load, 1e9).ShouldBe(0);
        ErlangC.MeanWaitSeconds(load).ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(0, 180, 1)]
    [InlineData(double.NaN, 180, 1)]
    [InlineData(100, -1, 1)]
    [InlineData(100, double.PositiveInfinity, 1)]
    [InlineData(100, 180, 0)]
    [InlineData(100, 180, 10_001)]
    public void StaffingLoad_OutOfRange_Throws(double leadsPerHour, double handlingSeconds, int reps) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new StaffingLoad(leadsPerHour, handlingSeconds, reps));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void ServiceLevel_OutOfRange_Throws(double withinSeconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangC.ServiceLevel(new StaffingLoad(100, 180, 8), withinSeconds));
}
