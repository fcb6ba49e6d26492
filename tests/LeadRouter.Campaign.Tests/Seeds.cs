using System.Globalization;
using System.Security.Cryptography;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LeadRouter.Campaign.Tests;

/// <summary>What the environment says about a run.</summary>
internal static class Seeds
{
    /// <summary><c>LEADROUTER_SEED</c> repeats a run's draws; without it, new ones.</summary>
    public static int Seed() => Number("LEADROUTER_SEED") ?? RandomNumberGenerator.GetInt32(1, 1_000_000);

    /// <summary><c>LEADROUTER_CRASH_ROUNDS</c> makes the crash test longer (or shorter).</summary>
    public static int CrashRounds() => Number("LEADROUTER_CRASH_ROUNDS") ?? World.Deck.PackSize;

    /// <summary><c>LEADROUTER_FLEET_ROUNDS</c>: rounds of the fleet's test; without it, every trouble once.</summary>
    public static int FleetRounds() => Number("LEADROUTER_FLEET_ROUNDS") ?? Enum.GetValues<Fleets.FleetTrouble>().Length;

    /// <summary><c>LEADROUTER_FLEET_MINUTES</c>: after this long no other round begins, and what there is is compared; without it, all rounds run.</summary>
    public static TimeSpan FleetTime() => Number("LEADROUTER_FLEET_MINUTES") is { } minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.MaxValue;

    /// <summary><c>LEADROUTER_FLEET_RATE</c>: leads a second that are posted to the fleet.</summary>
    public static int FleetLeadsPerSecond() => Number("LEADROUTER_FLEET_RATE") ?? 20;

    /// <summary><c>LEADROUTER_FLEET_TROUBLE</c>: the one trouble of all rounds, such as <c>Kill</c>; without it, each in turn.</summary>
    public static Fleets.FleetTrouble[] FleetTroubles() =>
        Environment.GetEnvironmentVariable("LEADROUTER_FLEET_TROUBLE") is { Length: > 0 } trouble ? [Enum.Parse<Fleets.FleetTrouble>(trouble)] : Enum.GetValues<Fleets.FleetTrouble>();

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
