using LeadRouter.Simulation.Campaigns;

namespace LeadRouter.Simulation.Tests;

public sealed class ShrinkingTests
{
    /// <summary>Fails whenever the clock may step and an answer may be lost, the sooner the greater the seed.</summary>
    private static RunResult Simulate(SimulationOptions options)
    {
        var fails = !options.Without.Contains("clock-steps") && !options.Without.Contains("lost-answers");
        return new RunResult(options.Seed, "hash", 1, 1, 1000 - Math.Min(options.Seed, 900), fails ? "Kept" : null, fails ? "it is gone" : null, [], "a world", []);
    }

    [Fact]
    public void What_a_violation_does_not_need_is_left_out()
    {
        var options = new SimulationOptions { Seed = 1 };
        var (shortest, result) = new Shrinking(Simulate, TimeSpan.FromSeconds(30)).Shrink(options, Simulate(options));
        shortest.Without.ShouldBe(Mildness.All.Except(["clock-steps", "lost-answers"]));
        result.Invariant.ShouldBe("Kept");
        result.Steps.ShouldBe(100);
    }

    [Fact]
    public void Without_time_the_run_stays_as_it_is()
    {
        var options = new SimulationOptions { Seed = 7 };
        new Shrinking(Simulate, TimeSpan.Zero).Shrink(options, Simulate(options)).Options.ShouldBe(options);
    }

    [Fact]
    public void A_story_has_what_concerns_the_named_and_the_machine()
    {
        string[] events = ["10:00 LeadReceived " + new string('a', 32) + " ", "10:01 LeadReceived " + new string('b', 32) + " ", "10:02 crash machine ", "10:03 open rep-02 "];
        Story.Of(events, $"lead {new string('a', 32)} is gone").ShouldBe([events[0], events[2]]);
    }
}
