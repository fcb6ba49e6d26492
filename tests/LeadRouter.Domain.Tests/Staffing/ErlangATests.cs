using LeadRouter.Domain.Staffing;

namespace LeadRouter.Domain.Tests.Staffing;

public sealed class ErlangATests
{
    [Theory]
    [InlineData(200, 180, 14, 120, 20)]
    [InlineData(100, 180, 8, 60, 20)]
    [InlineData(100, 180, 8, 60, 0)]
    [InlineData(600, 240, 45, 240, 60)]
    [InlineData(600, 240, 36, 180, 45)]
    [InlineData(60, 300, 3, 20, 30)]
    [InlineData(30, 120, 1, 600, 90)]
    public void What_the_states_of_the_line_say(double leadsPerHour, double handlingSeconds, int reps, double patienceSeconds, double withinSeconds)
    {
        var load = new StaffingLoad(leadsPerHour, handlingSeconds, reps);
        var chain = new LineChain(load, patienceSeconds);
        var formula = new ErlangA(load, patienceSeconds);
        formula.WaitShare.ShouldBe(chain.WaitShare, 1e-9);
        formula.GivenUpShare.ShouldBe(chain.GivenUpShare, 1e-9);
        formula.MeanWaitSeconds.ShouldBe(chain.MeanWaitSeconds, 1e-6);
        formula.ServiceLevel(withinSeconds).ShouldBe(chain.ServiceLevel(withinSeconds), 1e-6);
    }

    [Fact]
    public void Endless_patience_is_Erlang_C()
    {
        var load = new StaffingLoad(200, 180, 14);
        var formula = new ErlangA(load, 1e9);
        formula.WaitShare.ShouldBe(ErlangC.WaitShare(load), 1e-6);
        formula.MeanWaitSeconds.ShouldBe(ErlangC.MeanWaitSeconds(load), 1e-4);
        formula.ServiceLevel(20).ShouldBe(ErlangC.ServiceLevel(load, 20), 1e-6);
    }

    /// <summary>When everybody is busy all the time, reps serve what they can and the rest gives up.</summary>
    [Fact]
    public void Hundreds_of_reps_in_heavy_overload_stay_in_the_range_of_a_number()
    {
        var load = new StaffingLoad(60_000, 180, 500);
        var formula = new ErlangA(load, 3600);
        formula.WaitShare.ShouldBe(1, 1e-9);
        formula.GivenUpShare.ShouldBe(1 - 500 / load.Erlangs, 1e-9);
        formula.ServiceLevel(double.PositiveInfinity).ShouldBe(500 / load.Erlangs, 1e-9);
        formula.ServiceLevel(1e6).ShouldBe(500 / load.Erlangs, 1e-6);
        formula.ServiceLevel(0).ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Far_more_reps_than_leads_make_nobody_wait()
    {
        var formula = new ErlangA(new StaffingLoad(1, 1, 1000), 60);
        formula.WaitShare.ShouldBe(0);
        formula.GivenUpShare.ShouldBe(0);
        formula.ServiceLevel(0).ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Patience_OutOfRange_Throws(double patienceSeconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ErlangA(new StaffingLoad(100, 180, 8), patienceSeconds));
}
