namespace LeadRouter.Turns.Ports;

/// <summary>Places calls: rings the rep, then bridges the lead. What happens on the lead's leg is told to an <see cref="ICarrierEvents"/>.</summary>
public interface ICarrier
{
    /// <summary>simulated or twilio; none means that reps dial themselves.</summary>
    string Name { get; }

    /// <summary>
    /// Starts the call; returns when the carrier has taken it or refused it. Is called at most once per attempt.
    /// Never throws for what the carrier does: a refusal or an uncertain time-out is a result.
    /// </summary>
    Task<PlaceCallResult> PlaceAsync(CallOrder order, CancellationToken cancel);
}

/// <summary>A call to place.</summary>
/// <param name="RepPhone">Null when the rep has none (the simulated carrier needs none).</param>
/// <param name="RingSeconds">How long the lead's phone may ring, 5 to 600.</param>
public sealed record CallOrder(LeadId Lead, AttemptId Attempt, RepId Rep, Phone? RepPhone, Phone LeadPhone, int RingSeconds);

/// <summary>What became of placing it.</summary>
public enum PlaceCallOutcome
{
    /// <summary>The carrier has it; statuses follow.</summary>
    Taken,
    /// <summary>The carrier refused it or could not be reached before anything was sent: nobody was dialled.</summary>
    Refused,
    /// <summary>It was sent and the answer never came: it may be ringing. It is not sent again.</summary>
    Uncertain,
}

/// <summary>The result of placing a call.</summary>
/// <param name="CarrierCallId">The carrier's own id, when it gave one.</param>
/// <param name="Reason">For a refusal or uncertainty: a sentence for the log and the timeline, without a phone number.</param>
public sealed record PlaceCallResult(PlaceCallOutcome Outcome, string? CarrierCallId = null, string? Reason = null);

/// <summary>The leg of a call.</summary>
public enum CallLeg { Rep, Lead }

/// <summary>Status of a leg, in the order in which they can follow each other; a smaller one after a greater one is stale.</summary>
public enum CallStatus
{
    Queued = 0,
    Initiated = 1,
    Ringing = 2,
    Answered = 3,
    Completed = 10,
    Busy = 11,
    NoAnswer = 12,
    Failed = 13,
    Canceled = 14,
}

/// <summary>Receives what the carrier says, in any order, late or twice.</summary>
public interface ICarrierEvents
{
    /// <summary>Returns when it is durable.</summary>
    /// <param name="report">What the carrier said.</param>
    Task ReportAsync(CarrierReport report, CancellationToken cancel);
}

/// <summary>A status of one leg of one attempt.</summary>
/// <param name="At">When the carrier says that it happened, else when it was received.</param>
/// <param name="CarrierCallId">The carrier's own id of the leg.</param>
/// <param name="AnsweredByMachine">True when the carrier detected a machine: not a human, so not a contact.</param>
public sealed record CarrierReport(LeadId Lead, AttemptId Attempt, CallLeg Leg, CallStatus Status, DateTimeOffset At, string? CarrierCallId = null, bool AnsweredByMachine = false);
