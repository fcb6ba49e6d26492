namespace LeadRouter.Domain.Queues;

/// <summary>Why a lead went to a rep: kept with the offer, so that every decision can be explained.</summary>
/// <param name="At">When the queue decided.</param>
/// <param name="RepId">The chosen rep.</param>
/// <param name="Rule">The rule that chose: a policy's name, or one of the two below.</param>
/// <param name="Eligible">Reps that could have had it, best first; at most 50.</param>
/// <param name="Excluded">Reps that could not, and why; at most 50.</param>
/// <param name="ExcludedCount">How many were excluded in all.</param>
public sealed record RoutingDecision(DateTimeOffset At, RepId RepId, string Rule, IReadOnlyList<RepId> Eligible, IReadOnlyList<Exclusion> Excluded, int ExcludedCount)
{
    /// <summary>The rule of a lead that waits for the rep who knows it.</summary>
    public const string OwnerFirst = "ownerFirst";

    /// <summary>The rule of a lead that a supervisor has moved to a rep.</summary>
    public const string SupervisorChoice = "supervisorChoice";

    /// <summary>The lead's count of changes that the queue decided on: a lead that came to wait later is not bound by it.</summary>
    public long LeadSequence { get; init; }
}

/// <summary>A rep that was left out.</summary>
public sealed record Exclusion(RepId RepId, ExclusionReason Reason);

/// <summary>Why a rep was left out.</summary>
public enum ExclusionReason
{
    /// <summary>Does not speak the lead's language.</summary>
    Language,
    /// <summary>Lacks a skill that the queue asks for.</summary>
    Skill,
    AtCapacity,
    OnBreak,
    Offline,
    Disconnected,
    /// <summary>Missed or declined this lead a moment ago.</summary>
    Passed,
    /// <summary>The lead is kept for its owner for now.</summary>
    OwnerFirst,
}
