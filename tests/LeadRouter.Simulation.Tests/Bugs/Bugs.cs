using LeadRouter.Domain.Desks;
using LeadRouter.Simulation.Hosting;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Shell;
using Xunit.Abstractions;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>Deliberate bugs, and whether the checkers that have to notice them do.</summary>
public abstract class Bugs(ITestOutputHelper output)
{
    private const int MostSeeds = 30;

    /// <summary>Runs up to thirty seeds with a bug until one of the named invariants is violated; no other is judged.</summary>
    /// <param name="firstSeed">Where a bug shows in one seed of twenty only, the thirty may begin later.</param>
    protected void Notice(string[] invariants, Func<IActor, IActor>? actor = null, Func<IDurableView, IDurableView>? view = null, Flaw flaw = Flaw.None,
        Func<ActorId, IActor, ITurnPort, TurnShell>? shell = null, int firstSeed = 1)
    {
        for (var seed = firstSeed; seed < firstSeed + MostSeeds; seed++)
        {
            var options = new SimulationOptions { Seed = seed, Days = 0.1, Judged = invariants };
            var result = SimulationRun.Execute(options with { Actor = actor ?? options.Actor, View = view ?? options.View, Shell = shell ?? options.Shell, Flaw = flaw });
            if (result.IsClean)
                continue;
            output.WriteLine($"noticed with seed {seed} by {result.Invariant}: {result.How}");
            return;
        }

        Assert.Fail($"None of {string.Join(", ", invariants)} noticed it in {MostSeeds} seeds.");
    }

    /// <summary>The turn by other rules of the lead's queue than the desk's.</summary>
    private protected static BrokenTurn By(BrokenTurn turn, Func<QueueRules, QueueRules> rules) =>
        turn with { Context = turn.Context with { Desk = turn.Context.Desk with { Queues = [.. turn.Context.Desk.Queues.Select(rules)] } } };

    /// <summary>The turn as a desk with other pauses would have it.</summary>
    private protected static BrokenTurn By(BrokenTurn turn, Func<PauseRules, PauseRules> pause) =>
        turn with { Context = turn.Context with { Desk = turn.Context.Desk with { Pause = pause(turn.Context.Desk.Pause) } } };
}
