using LeadRouter.Simulation.Reach;
using Xunit.Abstractions;

namespace LeadRouter.Simulation.Tests;

public sealed class SeedTests(ITestOutputHelper output)
{
    private const double Days = 0.06;

    [Theory]
    [InlineData(3, true)]
    [InlineData(8, true)]
    [InlineData(5, false)]
    public void The_same_seed_gives_the_same_run(int seed, bool withFaults)
    {
        var first = Run(seed, withFaults);
        var second = Run(seed, withFaults);
        second.Hash.ShouldBe(first.Hash);
        second.Steps.ShouldBe(first.Steps);
        first.Leads.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Another_seed_gives_another_run() => Run(1, withFaults: true).Hash.ShouldNotBe(Run(2, withFaults: true).Hash);

    [Fact]
    public void Fixed_seeds_violate_nothing()
    {
        for (var seed = 1; seed <= 20; seed++)
            StaysClean(seed, Days, withFaults: true);
    }

    [Fact]
    public void An_answer_that_never_came_to_a_shorter_snooze() => StaysClean(6669, 0.12, withFaults: true);

    [Fact]
    public void Two_changes_of_a_rep_that_crossed_on_their_way() => StaysClean(3989, 0.12, withFaults: true);

    [Fact]
    public void A_lead_that_was_closed_with_the_last_breath_of_the_run() => StaysClean(20151, 0.12, withFaults: true);

    [Fact]
    public void An_offer_that_rang_on_while_its_rep_was_given_less_room() => StaysClean(229, 0.12, withFaults: true);

    [Fact]
    public void A_place_set_aside_for_a_call_that_was_turned_away() => StaysClean(1076, 0.12, withFaults: true);

    [Fact]
    public void A_pass_that_a_clock_put_back_brought_into_force_again() => StaysClean(1268, 0.12, withFaults: true);

    [Fact]
    public void A_second_call_that_came_when_the_first_had_just_put_the_lead_off() => StaysClean(939, 0.12, withFaults: true);

    [Fact]
    public void The_seeds_together_reach_everything_that_is_expected()
    {
        var reached = new HashSet<string>();
        for (var seed = 1; seed <= 150 && !Expected.All.All(reached.Contains); seed++)
            reached.UnionWith(SimulationRun.Execute(new SimulationOptions { Seed = seed, Days = 0.1 }).Reached);
        Expected.All.Except(reached).ShouldBeEmpty();
    }

    [Fact]
    public void A_kind_machine_violates_nothing() => StaysClean(1, Days, withFaults: false);

    [Fact]
    public void New_seeds_violate_nothing()
    {
        for (var run = 0; run < 5; run++)
        {
            var seed = Random.Shared.Next(1_000_000, int.MaxValue);
            output.WriteLine($"seed {seed}");
            StaysClean(seed, Days, withFaults: true);
        }
    }

    private static void StaysClean(int seed, double days, bool withFaults)
    {
        var result = SimulationRun.Execute(new SimulationOptions { Seed = seed, Days = days, WithFaults = withFaults });
        result.IsClean.ShouldBeTrue($"seed {seed} with --days {days} --faults {(withFaults ? "on" : "off")}: {result.Invariant}: {result.How}\n{string.Join('\n', result.LastEvents.TakeLast(30))}");
    }

    private static RunResult Run(int seed, bool withFaults) => SimulationRun.Execute(new SimulationOptions { Seed = seed, Days = Days, WithFaults = withFaults });
}
