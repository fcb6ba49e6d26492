using LeadRouter.Simulation.Replay;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.Tests.Replay;

public sealed class PatienceTests
{
    /// <summary>The example of every textbook: weeks of remission under 6-MP (E. J. Freireich and others 1963); false: the patient was still well.</summary>
    private static readonly (double, bool)[] Remissions =
    [
        (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false), (11, false), (13, true), (16, true),
        (17, false), (19, false), (20, false), (22, true), (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
    ];

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0.857)]
    [InlineData(9, 0.807)]
    [InlineData(10, 0.753)]
    [InlineData(13, 0.690)]
    [InlineData(16, 0.627)]
    [InlineData(22, 0.538)]
    [InlineData(100, 0.448)]
    public void Stay_IsThatOfTheTextbook(double seconds, double share) => new Patience(Remissions).Stay(seconds).ShouldBe(share, 0.0005);

    [Fact]
    public void Longer_IsLongerAndAsOftenAsTheCurveSays()
    {
        var patience = new Patience(Remissions);
        var draw = new Draw(1);
        var drawn = Enumerable.Range(0, 20_000).Select(_ => patience.Longer(9, draw)!.Value.TotalSeconds).ToList();
        drawn.ShouldAllBe(seconds => seconds > 9);
        // Of those who stay for 9 s, so many stay for 16 s; four standard errors are 0.012.
        ((double)drawn.Count(seconds => seconds > 16) / drawn.Count).ShouldBe(0.627 / 0.807, 0.012);
    }

    [Fact]
    public void Longer_BeyondAllThatIsKnown_GoesOnAtTheMeanRate()
    {
        var draw = new Draw(1);
        var patience = new Patience(Remissions);
        // 359 weeks of waiting ended nine times: 39.9 weeks each; four standard errors are 1.1.
        Enumerable.Range(0, 20_000).Average(_ => patience.Longer(50, draw)!.Value.TotalSeconds).ShouldBe(50 + 359 / 9.0, 1.2);
    }

    [Fact]
    public void Longer_WhenNobodyEverGaveUp_IsEndless() => new Patience([(10, false), (20, false)]).Longer(0, new Draw(1)).ShouldBeNull();
}
