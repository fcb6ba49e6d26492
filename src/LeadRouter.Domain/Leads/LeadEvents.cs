using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Sla;

namespace LeadRouter.Domain.Leads;

/// <summary>Something that happened to a lead.</summary>
public abstract record LeadEvent
{
    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>The lead is durable.</summary>
public sealed record LeadReceived(LeadId LeadId, LeadPost Post, int Priority, SlaClock Sla) : LeadEvent;

/// <summary>It waits in a queue, due since <paramref name="DueSince"/>.</summary>
public sealed record LeadQueued(string Queue, QueueReason Reason, DateTimeOffset DueSince, Preference? Preferred) : LeadEvent;

/// <summary>It rings at a rep.</summary>
public sealed record LeadOffered(OfferId OfferId, RepId RepId, long Ticket, DateTimeOffset ExpiresAt, RoutingDecision Decision) : LeadEvent;

/// <summary>The rep took it and is its owner.</summary>
public sealed record OfferAccepted(OfferId OfferId, RepId RepId, Deadline Next) : LeadEvent;

/// <summary>The offer is over without an owner.</summary>
/// <param name="Pass">How long the rep is left alone with it, if so.</param>
public sealed record OfferEnded(OfferId OfferId, RepId RepId, OfferEnd Why, [property: Personal] string? Reason, Pass? Pass) : LeadEvent;

/// <summary>The rep asked for a call (or dials by hand). Proves nothing yet.</summary>
/// <param name="Ticket">The rep's hold on the lead.</param>
/// <param name="RingSeconds">How long the lead's phone may ring.</param>
public sealed record CallRequested(AttemptId AttemptId, int Number, RepId RepId, bool Manual, long Ticket, int RingSeconds, Deadline Next) : LeadEvent;

/// <summary>The order was handed to the carrier.</summary>
public sealed record CallOrdered(AttemptId AttemptId) : LeadEvent;

/// <summary>The lead is being dialled: by the carrier's word, or unproven by the rep's.</summary>
/// <param name="First">The first attempt on this lead: ends its time to first attempt.</param>
public sealed record AttemptStarted(AttemptId AttemptId, RepId RepId, bool Proven, bool First) : LeadEvent;

/// <summary>The lead's phone rings.</summary>
public sealed record AttemptRang(AttemptId AttemptId, RepId RepId) : LeadEvent;

/// <summary>A human answered.</summary>
/// <param name="First">The first contact with this lead: ends its time to first contact.</param>
/// <param name="Next">By when the call ends; null when the lead no longer stands on this call, so that only the fact is kept.</param>
public sealed record ContactMade(AttemptId AttemptId, RepId RepId, bool Proven, bool First, Deadline? Next) : LeadEvent;

/// <summary>The call is over.</summary>
/// <param name="Next">What the owner has to do next; null when another event says what follows.</param>
public sealed record AttemptEnded(AttemptId AttemptId, RepId RepId, AttemptEnd Result, string? Reason, Deadline? Next) : LeadEvent;

/// <summary>The rep said what came of it.</summary>
public sealed record DispositionSet(RepId RepId, string Disposition, [property: Personal] string? Note, Money? Amount, DateTimeOffset? CallbackAt) : LeadEvent;

/// <summary>Nobody answered; it is tried again then, the owner first.</summary>
/// <param name="Step">1 for the first step of the cadence.</param>
public sealed record RetryScheduled(DateTimeOffset NextAttemptAt, int Step) : LeadEvent;

/// <summary>It is called again at the chosen time.</summary>
public sealed record CallbackScheduled(DateTimeOffset CallbackAt) : LeadEvent;

/// <summary>The lead is over.</summary>
/// <param name="Status">A closed status.</param>
/// <param name="By">Who closed it: a rep, a supervisor, or null for the cadence.</param>
public sealed record LeadClosed(LeadStatus Status, RepId? RepId, [property: Personal] string? Reason, Money? Amount, string? By) : LeadEvent;

/// <summary>The SLA's warning share has passed without an attempt. Once.</summary>
public sealed record SlaWarned(string Queue, DateTimeOffset TargetAt) : LeadEvent;

/// <summary>The SLA's target has passed without an attempt. Once.</summary>
public sealed record SlaBreached(string Queue, DateTimeOffset TargetAt) : LeadEvent;

/// <summary>The owner was reminded of a step that is late.</summary>
public sealed record ReminderSent(RepId RepId, DeadlineKind Kind, int Number, DateTimeOffset NextAt) : LeadEvent;

/// <summary>The owner put the reminder off.</summary>
public sealed record ReminderSnoozed(RepId RepId, Deadline Next) : LeadEvent;

/// <summary>The owner did not act and lost the lead.</summary>
public sealed record LeadTakenBack(RepId RepId, DeadlineKind Kind) : LeadEvent;

/// <summary>The same person posted again.</summary>
/// <param name="Intake">Id of the post.</param>
public sealed record LeadRepeated(LeadId Intake, LeadPost Post, int Priority) : LeadEvent;

/// <summary>A supervisor moved it.</summary>
public sealed record LeadReassigned(string By, RepId? ToRep, string Queue) : LeadEvent;

/// <summary>Why a lead came to wait.</summary>
public enum QueueReason { New, OfferDeclined, OfferMissed, OfferRescinded, RetryDue, CallbackDue, TakenBack, Reassigned, Repeat }

/// <summary>How an offer ended without an owner.</summary>
public enum OfferEnd { Declined, Missed, Rescinded, Withdrawn }
