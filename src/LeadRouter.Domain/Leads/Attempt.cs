namespace LeadRouter.Domain.Leads;

/// <summary>One try to reach the lead.</summary>
public sealed record Attempt
{
    public required AttemptId Id { get; init; }
    /// <summary>1 for the first.</summary>
    public int Number { get; init; }
    public required RepId Rep { get; init; }
    /// <summary>The rep's hold on the lead under which it was made.</summary>
    public long Ticket { get; init; }
    /// <summary>True when the rep dials without a carrier: nothing but the click proves it.</summary>
    public bool Manual { get; init; }
    public DateTimeOffset RequestedAt { get; init; }
    /// <summary>The order has been handed to the carrier; it is never handed over twice.</summary>
    public bool Ordered { get; init; }
    /// <summary>When the carrier initiated the lead's leg.</summary>
    public DateTimeOffset? InitiatedAt { get; init; }
    public DateTimeOffset? RingingAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public AttemptEnd? End { get; init; }
}

/// <summary>How an attempt ended.</summary>
public enum AttemptEnd
{
    /// <summary>A human answered and the call is over.</summary>
    Completed,
    NoAnswer,
    Busy,
    /// <summary>The carrier dialled the lead and failed.</summary>
    Failed,
    /// <summary>The carrier never dialled the lead: the rep did not pick up, or it refused the order.</summary>
    NotPlaced,
    Canceled,
    /// <summary>A machine answered.</summary>
    Machine,
    /// <summary>The carrier never said.</summary>
    Unknown,
}
