using System.ComponentModel.DataAnnotations;

namespace LeadRouter.Cluster;

/// <summary>Section <c>Engine</c>: limits of the engine in one process.</summary>
public sealed record EngineOptions
{
    public const string Section = "Engine";

    /// <summary>Messages that may wait for one actor before an ask is turned away, 10 to 100,000.</summary>
    [Range(10, 100_000)]
    public int MailboxCapacity { get; init; } = 1_000;

    /// <summary>Messages that may wait in the whole host before an ask is turned away, 100 to 1,000,000.</summary>
    [Range(100, 1_000_000)]
    public int TotalCapacity { get; init; } = 20_000;

    /// <summary>Actors kept in memory; beyond, idle ones are dropped. 100 to 10,000,000.</summary>
    [Range(100, 10_000_000)]
    public int MaxActivations { get; init; } = 50_000;

    /// <summary>Actors idle for longer are dropped from memory. A second to a day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait before a message is tried again whose write failed. 10 ms to a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Effects (calls to a carrier) under way at once. 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxEffects { get; init; } = 64;
}
