using LeadRouter.Simulation.Queueing;

namespace LeadRouter.Simulation.Tests.Queueing;

public sealed class StudentTTests
{
    /// <summary>From the printed tables.</summary>
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
        StudentT.TwoSided(degrees, confidence).ShouldBe(expected, 0.00006);
}
