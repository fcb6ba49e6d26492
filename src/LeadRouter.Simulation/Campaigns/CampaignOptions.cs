namespace LeadRouter.Simulation.Campaigns;

/// <summary>Which seeds to run, and how.</summary>
internal sealed record CampaignOptions
{
    public int Seeds { get; init; } = 100;

    public int FirstSeed { get; init; } = 1;

    /// <summary>Length of the phase with faults.</summary>
    public double Days { get; init; } = 1;

    public bool WithFaults { get; init; } = true;

    /// <summary>Seeds that run at the same time, one thread each.</summary>
    public int Workers { get; init; } = 1;
}
