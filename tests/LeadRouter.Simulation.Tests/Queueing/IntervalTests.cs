using LeadRouter.Simulation.Queueing;

namespace LeadRouter.Simulation.Tests.Queueing;

public sealed class IntervalTests
{
    [Fact]
    public void Of_IsMeanAndStudentsT()
    {
        // Mean 3, variance 2.5, of the mean 0.5; t(4, 95 %) = 2.776.
        var interval = Interval.Of([1, 2, 3, 4, 5], 0.95);
        interval.Mean.ShouldBe(3);
        interval.HalfWidth.ShouldBe(2.776 * Math.Sqrt(0.5), 0.001);
        interval.Contains(4.9).ShouldBeTrue();
        interval.Contains(5).ShouldBeFalse();
    }

    /// <summary>From the printed tables: the library searches for the value, and says itself that it may not find it.</summary>
    [Theory]
    [InlineData(1, 0.95, 12.7062)]
    [InlineData(2, 0.9, 2.9200)]
    [InlineData(9, 0.95, 2.2622)]
    [InlineData(9, 0.999, 4.7809)]
    [InlineData(10, 0.99, 3.1693)]
    [InlineData(30, 0.95, 2.0423)]
    [InlineData(120, 0.99, 2.6174)]
    [InlineData(100_000, 0.95, 1.9600)]
    public void TwoSided_IsThatOfTheTables(int degrees, double confidence, double expected) =>
        Interval.TwoSided(degrees, confidence).ShouldBe(expected, 0.00006);

    [Fact]
    public void Controlled_WithTheControlOffAsMuch_IsWhereTheControlIsInTheLongRun()
    {
        var interval = Interval.Controlled([11, 21, 31], [10, 20, 30], [14, 15, 16], 0.95);
        interval.Mean.ShouldBe(16, 1e-12);
        // The difference never varies: what is left is the long run's error, sqrt(1/3); t(2, 95 %) = 4.303.
        interval.HalfWidth.ShouldBe(4.303 * Math.Sqrt(1 / 3.0), 0.001);
    }
}
