using LeadRouter.Domain.Queues;

namespace LeadRouter.Domain.Leads;

/// <summary>A wish of somebody about a lead. New ids are drawn by the caller and come in the command.</summary>
public abstract record LeadCommand;

/// <summary>Make the lead of a post. Again: nothing.</summary>
public sealed record ReceiveLead(LeadId LeadId, LeadPost Post) : LeadCommand
{
    /// <summary>When the post was made durable: the lead's clocks start there. Null: now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}

/// <summary>The same person posted again.</summary>
/// <param name="Intake">Id of the post; the same one again changes nothing.</param>
public sealed record RepeatLead(LeadId Intake, LeadPost Post) : LeadCommand;

/// <summary>A rep has reserved a place for it: offer it under a lease.</summary>
public sealed record OfferLead(RepId RepId, long Ticket, OfferId OfferId, RoutingDecision Decision) : LeadCommand;

/// <summary>The rep takes the offer.</summary>
public sealed record AcceptOffer(OfferId OfferId, RepId RepId) : LeadCommand;

/// <summary>The rep does not want the offer.</summary>
public sealed record DeclineOffer(OfferId OfferId, RepId RepId, string? Reason) : LeadCommand;

/// <summary>The rep can no longer take the offer: connection lost, gone on break.</summary>
public sealed record RescindOffer(RepId RepId, long Ticket, string Reason) : LeadCommand;

/// <summary>The owner wants to call. <paramref name="Ticket"/> is the rep's hold for it; <paramref name="Manual"/> when there is no carrier.</summary>
public sealed record RequestCall(RepId RepId, long Ticket, AttemptId AttemptId, bool Manual) : LeadCommand
{
    /// <summary>For a place that was set aside for this call only: from then on the rep may have given it up. Null: the place is held already.</summary>
    public DateTimeOffset? PlaceEndsAt { get; init; }
}

/// <summary>About to hand the order to the carrier. Refused when that was done before: a call is never ordered twice.</summary>
public sealed record OrderCall(AttemptId AttemptId) : LeadCommand;

/// <summary>The carrier said something about the lead's leg (or that the order came to nothing).</summary>
/// <param name="At">When, by the carrier; kept between the request and now.</param>
public sealed record ReportCall(AttemptId AttemptId, CallSign Sign, DateTimeOffset At, string? Reason) : LeadCommand;

/// <summary>What a carrier can tell.</summary>
public enum CallSign { Initiated, Ringing, Answered, AnsweredByMachine, Completed, Busy, NoAnswer, Failed, Canceled, NotPlaced }

/// <summary>The rep says what came of it.</summary>
public sealed record CompleteLead(RepId RepId, string Disposition, string? Note, Money? Amount, DateTimeOffset? CallbackAt) : LeadCommand;

/// <summary>A supervisor moves it to a rep or to a queue.</summary>
public sealed record ReassignLead(string By, RepId? ToRep, string? ToQueue) : LeadCommand;

/// <summary>A supervisor takes it out.</summary>
public sealed record WithdrawLead(string By, string Reason) : LeadCommand;

/// <summary>The owner wants to be reminded later.</summary>
/// <param name="Minutes">1 to <see cref="SnoozeRules.MaxMinutes"/>.</param>
/// <param name="Kind">What the reminder is about.</param>
/// <param name="Number">Which of that step's reminders, 1 for the first: another one is not put off.</param>
public sealed record SnoozeLead(RepId RepId, int Minutes, DeadlineKind Kind, int Number) : LeadCommand;

/// <summary>Do whatever is due.</summary>
public sealed record WakeLead : LeadCommand;

/// <summary>What a decision may look at besides the lead.</summary>
/// <param name="Now">The present instant.</param>
/// <param name="Desk">The routing configuration in force.</param>
/// <param name="Calendar">The centre's working time.</param>
public sealed record LeadContext(DateTimeOffset Now, Desk Desk, WorkCalendar Calendar)
{
    /// <summary>The rules of the lead's queue.</summary>
    public QueueRules Rules(Lead lead) => Desk.RulesFor(lead.Queue);
}

/// <summary>What was decided: events, or a refusal and no events, or neither when there is nothing to do.</summary>
public sealed record LeadDecision(IReadOnlyList<LeadEvent> Events, Refusal? Refusal = null)
{
    public static LeadDecision Nothing { get; } = new([]);

    public static LeadDecision Of(params LeadEvent[] events) => new(events);

    public static LeadDecision Refuse(string code, string text, params (string Name, object Value)[] values) => new([], Refusal.Of(code, text, values));
}
