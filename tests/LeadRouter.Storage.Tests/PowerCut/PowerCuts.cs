using System.Globalization;
using System.Security.Cryptography;

namespace LeadRouter.Storage.Tests.PowerCut;

/// <summary>What the environment says about a run of power cuts, and when the next one comes.</summary>
internal sealed class PowerCuts
{
    /// <summary>Cuts that one disk lives through before a new one takes its place: a store grows, and what it holds is looked through after each.</summary>
    private const int CutsOfADisk = 6;

    // From the first answers to several checkpoints of SQLite.
    private const int MostAnswers = 1500;

    private readonly int _seed = Number("LEADROUTER_SEED") ?? RandomNumberGenerator.GetInt32(1, 1_000_000);
    private readonly int _cuts = Number("LEADROUTER_POWER_CUTS") ?? CutsOfADisk;

    private readonly Random _random;

    public PowerCuts() => _random = new Random(_seed);

    /// <summary>How many cuts each of the disks lives through. <c>LEADROUTER_POWER_CUTS</c> says how many in all; without it, one disk.</summary>
    public IEnumerable<int> Disks()
    {
        for (var left = _cuts; left > 0; left -= CutsOfADisk)
            yield return Math.Min(left, CutsOfADisk);
    }

    /// <summary>After how many answers the power goes: as often after a few as after many.</summary>
    public int NextAnswers() => (int)Math.Pow(MostAnswers, _random.NextDouble());

    /// <summary>Cuts the power at once, or with some of what was not synced written all the same.</summary>
    public void Cut(CutDisk disk)
    {
        if (_random.Next(2) == 0) disk.WriteSomeBack(_random);
        disk.Cut();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"LEADROUTER_SEED={_seed} LEADROUTER_POWER_CUTS={_cuts}");

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
