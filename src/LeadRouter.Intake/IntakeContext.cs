namespace LeadRouter.Intake;

/// <summary>What the desk and the sender's key say about a post.</summary>
public sealed record IntakeContext
{
    /// <summary>ISO 3166 two-letter code of the country whose local numbers the phones are.</summary>
    public required string DefaultCountry { get; init; }
    /// <summary>The desk's queue for what names none; it exists.</summary>
    public required string DefaultQueue { get; init; }
    /// <summary>The name of the source that the key belongs to.</summary>
    public required string SourceName { get; init; }
    /// <summary>The source's own queue; one that is gone falls to <see cref="DefaultQueue"/>, so that no lead is lost to a stale setting.</summary>
    public string? SourceQueue { get; init; }
    /// <summary>Whether the desk has this queue. Called at most twice a post.</summary>
    public required Func<string, bool> QueueExists { get; init; }
}
