using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadRouter.Contracts;

/// <summary>A lead as REST and the hubs show it.</summary>
public record LeadDto
{
    public required string LeadId { get; init; }
    public string? ExternalId { get; init; }
    public required string State { get; init; }
    public required string Queue { get; init; }
    /// <summary>The owning rep's id.</summary>
    public string? Owner { get; init; }
    public string? Name { get; init; }
    /// <summary>E.164.</summary>
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Source { get; init; }
    public string? Campaign { get; init; }
    public string? Language { get; init; }
    public string? Message { get; init; }
    public double? Score { get; init; }
    /// <summary>0 to 1000; higher goes first.</summary>
    public int Priority { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public IReadOnlyList<DeadlineDto> Deadlines { get; init; } = [];
    public IReadOnlyList<AttemptDto> Attempts { get; init; } = [];
    public LeaseDto? Offer { get; init; }
    /// <summary>While it waits: who has the first call on it.</summary>
    public WaitsForDto? WaitsFor { get; init; }
    /// <summary>A test lead: counted nowhere.</summary>
    public bool IsTest { get; init; }
    /// <summary>How many times the same person posted again while the lead was open.</summary>
    public int RepeatCount { get; init; }
    public ConsentDto? Consent { get; init; }
    public DateTimeOffset? RequestedAt { get; init; }
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
    public DateTimeOffset? FirstOfferAt { get; init; }
    public DateTimeOffset? AssignedAt { get; init; }
    /// <summary>First dial the carrier reported as initiated to the lead (or, unproven, the rep's own dial).</summary>
    public DateTimeOffset? FirstAttemptAt { get; init; }
    /// <summary>First leg answered by a human.</summary>
    public DateTimeOffset? FirstContactAt { get; init; }
    /// <summary>False when the first attempt rests on a click and not on a carrier.</summary>
    public bool? FirstAttemptProven { get; init; }
    public string? Disposition { get; init; }
    public string? Note { get; init; }
    public MoneyDto? Amount { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>A stored instant at which the lead acts by itself.</summary>
public sealed record DeadlineDto(string Kind, DateTimeOffset At);

/// <summary>An open offer of the lead to one rep.</summary>
public sealed record LeaseDto(string OfferId, string RepId, DateTimeOffset ExpiresAt);

/// <summary>Until when others stand back for a rep who is there but busy.</summary>
public sealed record WaitsForDto(string RepId, DateTimeOffset Until);

/// <summary>One try to reach the lead.</summary>
public sealed record AttemptDto
{
    public required string AttemptId { get; init; }
    /// <summary>1 for the first.</summary>
    public int Number { get; init; }
    public required string RepId { get; init; }
    /// <summary>How far it has come, or its end.</summary>
    public required string Status { get; init; }
    /// <summary>True once the carrier has said that it dials the lead; false for a tel: link, while the call is only ordered, and when it was never placed.</summary>
    public bool Proven { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? InitiatedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Answer of <c>GET /api/v1/leads/{id}</c>.</summary>
public sealed record LeadDetailDto : LeadDto
{
    public IReadOnlyList<TimelineEntryDto> Timeline { get; init; } = [];
    public IReadOnlyList<DecisionDto> Decisions { get; init; } = [];
}

/// <summary>One event of the lead. <c>Data</c> holds the event's own fields.</summary>
public sealed record TimelineEntryDto(long Seq, DateTimeOffset At, string Type, string? RepId, JsonElement Data);

/// <summary>Why a lead was offered to a rep.</summary>
/// <param name="At">When the queue decided.</param>
/// <param name="RepId">The chosen rep.</param>
/// <param name="Rule">Name of the rule that chose, for example longestIdle or ownerFirst.</param>
/// <param name="Eligible">Reps that could have had it, best first.</param>
/// <param name="Excluded">Reps that could not, and why.</param>
/// <param name="ExcludedCount">How many were excluded in all; the list is capped at 50.</param>
public sealed record DecisionDto(DateTimeOffset At, string RepId, string Rule, IReadOnlyList<string> Eligible, IReadOnlyList<ExclusionDto> Excluded, int ExcludedCount);

/// <summary>A rep that was left out.</summary>
public sealed record ExclusionDto(string RepId, string Reason);

/// <summary>A page of leads; <c>Next</c> is the cursor of the following page, null on the last.</summary>
public sealed record LeadPageDto(IReadOnlyList<LeadDto> Leads, string? Next);

/// <summary>Body of reassign: exactly one of the two.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReassignRequest(string? RepId = null, string? Queue = null);

/// <summary>Body of withdraw. The reason is needed, at most 500 characters.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WithdrawRequest(string? Reason);
