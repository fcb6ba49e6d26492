namespace LeadRouter.Cluster;

/// <summary>Limits of the engine in one process.</summary>
public sealed record EngineOptions
{
    /// <summary>Messages that may wait for one actor before an ask is turned away, 10 to 100,000.</summary>
    public int MailboxCapacity { get; init; } = 1_000;
    /// <summary>Messages that may wait in the whole host before an ask is turned away, 100 to 1,000,000.</summary>
    public int TotalCapacity { get; init; } = 20_000;
    /// <summary>Actors kept in memory; beyond, idle ones are dropped. 100 or more.</summary>
    public int MaxActivations { get; init; } = 50_000;
    /// <summary>Actors idle for longer are dropped from memory.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(5);
    /// <summary>How long to wait before a message is tried again whose write failed.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);
    /// <summary>Effects (calls to a carrier) under way at once.</summary>
    public int MaxEffects { get; init; } = 64;
}
