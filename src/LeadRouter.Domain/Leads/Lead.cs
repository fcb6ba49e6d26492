using LeadRouter.Domain.Sla;

namespace LeadRouter.Domain.Leads;

/// <summary>A lead: the one authority on who owns it and what happens next. Changes only by <see cref="LeadEvolution"/>.</summary>
public sealed record Lead
{
    public required LeadId Id { get; init; }
    /// <summary>Number of events applied so far; rises with every change.</summary>
    public long Sequence { get; init; }
    public LeadStatus Status { get; init; }
    public required LeadPost Post { get; init; }
    public required string Queue { get; init; }
    /// <summary>0 to 1000; higher goes first.</summary>
    public int Priority { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    /// <summary>Since when it has been due in its queue; kept while it is offered.</summary>
    public DateTimeOffset DueSince { get; init; }
    /// <summary>The count of changes with which it last came to wait: a match made before that is void.</summary>
    public long QueuedSequence { get; init; }
    public SlaClock? Sla { get; init; }
    /// <summary>The open offer, in status offered only.</summary>
    public Lease? Offer { get; init; }
    /// <summary>The owning rep. Also kept while the lead is scheduled for later.</summary>
    public RepId? Owner { get; init; }
    /// <summary>The owner's hold on it while it is being worked; null while it is scheduled for later.</summary>
    public long? OwnerTicket { get; init; }
    /// <summary>Who should have it first.</summary>
    public Preference? Preferred { get; init; }
    /// <summary>Reps who missed or declined it lately.</summary>
    public IReadOnlyList<Pass> Passes { get; init; } = [];
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];
    /// <summary>Attempts in a row without an answer.</summary>
    public int Unanswered { get; init; }
    /// <summary>What it waits for by itself, besides the SLA.</summary>
    public Deadline? Next { get; init; }
    /// <summary>Reminders sent for the present step.</summary>
    public int RemindersSent { get; init; }
    /// <summary>The last of them was put off by its rep; it can be once.</summary>
    public bool IsSnoozed { get; init; }
    public int RepeatCount { get; init; }
    /// <summary>The latest repeats, newest last; at most 20.</summary>
    public IReadOnlyList<LeadId> Repeats { get; init; } = [];
    public DateTimeOffset? FirstOfferAt { get; init; }
    public DateTimeOffset? AssignedAt { get; init; }
    /// <summary>When its last owner accepted it.</summary>
    public DateTimeOffset? OwnedAt { get; init; }
    public DateTimeOffset? FirstAttemptAt { get; init; }
    public bool? FirstAttemptProven { get; init; }
    public DateTimeOffset? FirstContactAt { get; init; }
    public Result? Result { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    public bool IsClosed => Status.IsClosed();

    /// <summary>The rep who has the first call on it while it waits, or null.</summary>
    public Preference? WaitsFor() => Status == LeadStatus.Waiting ? Preferred : null;

    /// <summary>The rep whose screen shows it: who is offered it, owns it, has the first call on it, or owned it when it was closed.</summary>
    public RepId? Addressee() => Offer?.Rep ?? Owner ?? WaitsFor()?.Rep;

    /// <summary>The attempt that has not ended, or null.</summary>
    public Attempt? LiveAttempt => Attempts.Count > 0 && Attempts[^1].EndedAt is null ? Attempts[^1] : null;

    /// <summary>The attempt with this id, or null.</summary>
    public Attempt? FindAttempt(AttemptId id) => Attempts.LastOrDefault(attempt => attempt.Id == id);

    /// <summary>The lead stands on this attempt: nobody has closed, moved or scheduled it meanwhile.</summary>
    public bool IsOnCall(Attempt attempt) => Owner == attempt.Rep && OwnerTicket is not null
        && Status is LeadStatus.Attempting or LeadStatus.Reached && Attempts[^1].Id == attempt.Id;

    /// <summary>Every stored instant at which the lead acts by itself, earliest first.</summary>
    public IReadOnlyList<Deadline> Deadlines()
    {
        if (IsClosed)
            return [];
        var deadlines = new List<Deadline>(4);
        if (Offer is not null)
            deadlines.Add(new Deadline(DeadlineKind.OfferExpiry, Offer.ExpiresAt));
        if (Next is not null)
            deadlines.Add(Next);
        if (Sla is not null && FirstAttemptAt is null)
        {
            if (!Sla.Warned)
                deadlines.Add(new Deadline(DeadlineKind.SlaWarning, Sla.WarnAt));
            if (!Sla.Breached)
                deadlines.Add(new Deadline(DeadlineKind.SlaBreach, Sla.TargetAt));
        }

        deadlines.Sort((a, b) => a.At.CompareTo(b.At));
        return deadlines;
    }

    /// <summary>The earliest instant at which the lead acts by itself: that of the first of <see cref="Deadlines"/>, or null.</summary>
    public DateTimeOffset? DueAt() => Deadlines() is [var first, ..] ? first.At : null;
}

/// <summary>An offer that is open: only its id, before its expiry, can accept.</summary>
/// <param name="Ticket">The rep's own number of the reservation.</param>
public sealed record Lease(OfferId Id, RepId Rep, long Ticket, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt);

/// <summary>Who should have a lead first, and until when others have to stand back while he or she is online.</summary>
/// <param name="Strict">True when a supervisor chose the rep: others stand back even while the rep is not available.</param>
public sealed record Preference(RepId Rep, DateTimeOffset Until, bool Strict = false);

/// <summary>A rep who missed or declined the lead is left alone with it until then.</summary>
public sealed record Pass(RepId Rep, DateTimeOffset Until);

/// <summary>What the last disposition said.</summary>
/// <param name="Rep">Who said it.</param>
/// <param name="Attempts">How many attempts the lead had had by then.</param>
public sealed record Result(string Disposition, string? Note, Money? Amount, DateTimeOffset? CallbackAt, RepId? Rep, int Attempts);

/// <summary>An amount in a currency (ISO 4217), 0 or more.</summary>
public sealed record Money(decimal Amount, string Currency);

/// <summary>Kinds of deadlines of a lead.</summary>
public enum DeadlineKind
{
    OfferExpiry,
    SlaWarning,
    SlaBreach,
    /// <summary>The owner has to have dialled.</summary>
    AttemptBy,
    /// <summary>The carrier has to have said how the call ended.</summary>
    CallEnd,
    /// <summary>The owner has to have said what came of it.</summary>
    DispositionBy,
    NextAttempt,
    Callback,
}

/// <summary>A stored instant at which the lead acts by itself.</summary>
public sealed record Deadline(DeadlineKind Kind, DateTimeOffset At);
