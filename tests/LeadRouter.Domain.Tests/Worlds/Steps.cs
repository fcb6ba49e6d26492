using FsCheck;
using FsCheck.Fluent;

namespace LeadRouter.Domain.Tests.Worlds;

/// <summary>Runs a story told by random numbers; a failure is shrunk and printed with its seed.</summary>
internal static class Steps
{
    /// <param name="tests">How many stories.</param>
    /// <param name="longest">Most steps of one.</param>
    public static void ForAll(int tests, int longest, Action<int[]> story)
    {
        var numbers = Gen.Choose(0, longest).SelectMany(length => Gen.Choose(0, 1_000_000).ArrayOf(length));
        Prop.ForAll(Arb.From(numbers, Shorter), story).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
    }

    /// <summary>Runs a world that draws everything from one seed; there is nothing to shrink.</summary>
    public static void ForAllSeeds(int tests, Action<int> world) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), world).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static IEnumerable<int[]> Shorter(int[] steps)
    {
        for (var part = steps.Length / 2; part > 0; part /= 2)
        {
            for (var from = 0; from + part <= steps.Length; from += part)
                yield return [.. steps[..from], .. steps[(from + part)..]];
        }
    }
}
