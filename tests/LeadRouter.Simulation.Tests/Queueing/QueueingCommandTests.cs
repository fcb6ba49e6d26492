using LeadRouter.Domain.Staffing;
using LeadRouter.Simulation.Queueing;

namespace LeadRouter.Simulation.Tests.Queueing;

public sealed class QueueingCommandTests
{
    [Fact]
    public void It_prints_every_number_of_every_case_and_ends_well()
    {
        var output = new StringWriter();
        QueueingCase[] cases = [new(new StaffingLoad(30, 60, 2), 20, null, 200), new(new StaffingLoad(40, 60, 1), 20, 60, 200)];

        QueueingCommand.Run(cases, seed: 1, replications: 5, output).ShouldBe(0, output.ToString());

        var lines = output.ToString().Split('\n');
        lines.Count(line => line.Contains("+-", StringComparison.Ordinal)).ShouldBe(3 + 4);
        lines[0].ShouldStartWith("2 cases, 5 replications each, seed 1.");
        lines.ShouldContain(line => line.EndsWith("0 of 2 cases outside.", StringComparison.Ordinal));
    }

    /// <summary>Two intervals of each of three and four numbers.</summary>
    [Fact]
    public void Confidence_SharesTheRiskAmongAllIntervals() => QueueingCommand.Confidence(
        [new(new StaffingLoad(30, 60, 2), 20, null, 1), new(new StaffingLoad(30, 60, 2), 20, 60, 1)], 0.86).ShouldBe(0.99, 1e-12);
}
