namespace LeadRouter.Domain.Reps;

/// <summary>Something that happened to a rep.</summary>
public abstract record RepEvent
{
    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>The rep is new.</summary>
public sealed record RepRegistered(RepId RepId, RepProfile Profile) : RepEvent;

/// <summary>The profile was replaced.</summary>
public sealed record RepProfileChanged(RepProfile Profile) : RepEvent;

/// <summary>A screen of the rep is connected.</summary>
public sealed record RepConnected(string Connection) : RepEvent;

/// <summary>A screen is gone.</summary>
/// <param name="GraceEndsAt">Set when it was the last one of a rep who is not offline.</param>
public sealed record RepDisconnected(string Connection, DateTimeOffset? GraceEndsAt) : RepEvent;

/// <summary>The server was started again: no screen is connected any more.</summary>
public sealed record RepConnectionsReset(DateTimeOffset? GraceEndsAt) : RepEvent;

/// <summary>The rep is available, on break or offline from now on; <paramref name="By"/> is null when it was the rep's own choice or the system's.</summary>
public sealed record PresenceChanged(Presence Presence, string? Reason, string? By) : RepEvent;

/// <summary>A place was set aside for a lead.</summary>
public sealed record PlaceReserved(LeadId LeadId, long Ticket, DateTimeOffset VerifyAt) : RepEvent;

/// <summary>The rep owns the lead and works on it.</summary>
public sealed record HoldOwned(LeadId LeadId, long Ticket, DateTimeOffset VerifyAt) : RepEvent;

/// <summary>The place is free again.</summary>
/// <param name="DayEndsAt">When the centre's day is over; null in what was written before days were counted.</param>
public sealed record HoldEnded(LeadId LeadId, long Ticket, HoldEnd Why, DateTimeOffset? DayEndsAt = null) : RepEvent;

/// <summary>A hold was asked about; the lead's answer is awaited.</summary>
public sealed record HoldsVerified(IReadOnlyList<long> Tickets, DateTimeOffset VerifyAt) : RepEvent;

/// <summary>Why a hold ended.</summary>
public enum HoldEnd
{
    /// <summary>The lead had gone elsewhere before it was offered.</summary>
    Gone,
    Declined,
    Missed,
    Rescinded,
    /// <summary>The lead was moved, taken back or withdrawn.</summary>
    Taken,
    /// <summary>Closed, or scheduled for later.</summary>
    Finished,
}
