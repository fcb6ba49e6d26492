namespace LeadRouter.Simulation.Campaigns;

/// <summary>Which seeds to run, and how.</summary>
internal sealed record CampaignOptions
{
    public int Seeds { get; init; } = 100;

    public int FirstSeed { get; init; } = 1;

    /// <summary>Length of the phase with faults.</summary>
    public double Days { get; init; } = 1;

    public bool WithFaults { get; init; } = true;

    /// <summary>Kinds of trouble and habits that are left out, by name.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The seeds together have to reach everything that is expected of them.</summary>
    public bool HasToReachAll { get; init; }

    /// <summary>How long a shorter failing run is looked for.</summary>
    public TimeSpan ShrinkFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The run of one seed.</summary>
    public SimulationOptions Of(int seed) => new() { Seed = seed, Days = Days, WithFaults = WithFaults, Without = Without };

    /// <summary>Seeds that run at the same time, one thread each.</summary>
    public int Workers { get; init; } = 1;
}
