using System.Diagnostics;

namespace LeadRouter.Simulation.Campaigns;

/// <summary>
/// Looks for a shorter run that violates the same invariant: leaves one kind of trouble after the other out of the world, also with
/// the next few seeds, and keeps what still fails. What is left is what the violation needs.
/// </summary>
internal sealed class Shrinking(Func<SimulationOptions, RunResult> simulate, TimeSpan budget)
{
    private const int SeedsTried = 6;
    private readonly Stopwatch _spent = Stopwatch.StartNew();

    /// <summary>The mildest failing run that was found, and its options.</summary>
    public (SimulationOptions Options, RunResult Result) Shrink(SimulationOptions failing, RunResult failure)
    {
        var best = (Options: failing, Result: failure);
        foreach (var name in Mildness.All)
        {
            if (Find(best.Options with { Without = [.. best.Options.Without, name] }, failure.Invariant!, long.MaxValue) is { } milder)
                best = milder;
        }

        for (var more = true; more;)
        {
            var shorter = Find(best.Options with { Seed = best.Options.Seed + 1 }, failure.Invariant!, best.Result.Steps);
            more = shorter is not null;
            best = shorter ?? best;
        }

        return best;
    }

    private (SimulationOptions Options, RunResult Result)? Find(SimulationOptions options, string invariant, long fewerThan)
    {
        for (var tried = 0; tried < SeedsTried && _spent.Elapsed < budget; tried++)
        {
            var candidate = options with { Seed = options.Seed + tried };
            var result = simulate(candidate);
            if (result.Invariant == invariant && result.Steps < fewerThan)
                return (candidate, result);
        }

        return null;
    }
}
