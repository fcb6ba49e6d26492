namespace LeadRouter.Domain.Leads;

/// <summary>Applies what happened: the only way a lead changes. Replaying a lead's events gives its state.</summary>
public static class LeadEvolution
{
    /// <summary>The state after the event; the first event of a lead is always <see cref="LeadReceived"/>.</summary>
    /// <exception cref="InvalidOperationException">The journal is broken: an event before the first, or of an unknown type.</exception>
    public static Lead Evolve(Lead? lead, LeadEvent happened)
    {
        if (happened is LeadReceived received)
            return new Lead
            {
                Id = received.LeadId,
                Sequence = 1,
                Status = LeadStatus.Received,
                Post = received.Post,
                Queue = received.Post.Queue,
                Priority = received.Priority,
                ReceivedAt = received.At,
                DueSince = received.At,
                Sla = received.Sla,
            };
        if (lead is null)
            throw new InvalidOperationException($"A lead's journal begins with LeadReceived, not {happened.GetType().Name}.");
        return Apply(lead, happened, lead.Sequence + 1);
    }

    /// <summary>Folds events in order.</summary>
    public static Lead? Replay(Lead? lead, IReadOnlyList<LeadEvent> events) => events.Aggregate(lead, Evolve);

    /// <summary>A lead is large: each event copies it once, its count of changes included.</summary>
    private static Lead Apply(Lead lead, LeadEvent happened, long sequence) => happened switch
    {
        LeadQueued e => lead with { Sequence = sequence, Status = LeadStatus.Waiting, Queue = e.Queue, DueSince = e.DueSince, QueuedSequence = sequence, Preferred = e.Preferred, Offer = null, Owner = null, OwnerTicket = null, Next = null, RemindersSent = 0, IsSnoozed = false },
        LeadOffered e => lead with { Sequence = sequence, Status = LeadStatus.Offered, Offer = new Lease(e.OfferId, e.RepId, e.Ticket, e.At, e.ExpiresAt), FirstOfferAt = lead.FirstOfferAt ?? e.At },
        OfferAccepted e => lead with { Sequence = sequence, Status = LeadStatus.Owned, Owner = e.RepId, OwnerTicket = lead.Offer!.Ticket, Offer = null, Preferred = null, Passes = [], Next = e.Next, RemindersSent = 0, IsSnoozed = false, AssignedAt = lead.AssignedAt ?? e.At, OwnedAt = e.At },
        OfferEnded e => lead with { Sequence = sequence, Offer = null, Passes = WithPass(lead.Passes, e.Pass, e.At) },
        CallRequested e => lead with { Sequence = sequence, Status = LeadStatus.Attempting, OwnerTicket = e.Ticket, Next = e.Next, RemindersSent = 0, IsSnoozed = false, Attempts = [.. lead.Attempts, new Attempt { Id = e.AttemptId, Number = e.Number, Rep = e.RepId, Ticket = e.Ticket, Manual = e.Manual, RequestedAt = e.At }] },
        CallOrdered e => lead with { Sequence = sequence, Attempts = WithAttempt(lead, e.AttemptId, e) },
        AttemptStarted e => lead with { Sequence = sequence, Attempts = WithAttempt(lead, e.AttemptId, e), FirstAttemptAt = lead.FirstAttemptAt ?? e.At, FirstAttemptProven = lead.FirstAttemptProven ?? e.Proven },
        AttemptRang e => lead with { Sequence = sequence, Attempts = WithAttempt(lead, e.AttemptId, e) },
        ContactMade { Next: null } e => lead with { Sequence = sequence, Attempts = WithAttempt(lead, e.AttemptId, e), FirstContactAt = lead.FirstContactAt ?? e.At },
        ContactMade e => lead with { Sequence = sequence, Status = LeadStatus.Reached, Attempts = WithAttempt(lead, e.AttemptId, e), FirstContactAt = lead.FirstContactAt ?? e.At, Unanswered = 0, Next = e.Next },
        // A call may end after the rep has already said what came of it: then only the attempt is closed.
        AttemptEnded { Next: null } e => lead with { Sequence = sequence, Attempts = WithAttempt(lead, e.AttemptId, e) },
        AttemptEnded e => lead with { Sequence = sequence, Status = e.Next.Kind == DeadlineKind.AttemptBy ? LeadStatus.Owned : LeadStatus.Reached, Attempts = WithAttempt(lead, e.AttemptId, e), Next = e.Next, RemindersSent = 0, IsSnoozed = false },
        DispositionSet e => lead with { Sequence = sequence, Result = new Result(e.Disposition, e.Note, e.Amount, e.CallbackAt, e.RepId, lead.Attempts.Count) },
        RetryScheduled e => lead with { Sequence = sequence, Status = LeadStatus.Attempting, Unanswered = e.Step, OwnerTicket = null, RemindersSent = 0, IsSnoozed = false, Next = new Deadline(DeadlineKind.NextAttempt, e.NextAttemptAt) },
        CallbackScheduled e => lead with { Sequence = sequence, Status = LeadStatus.Callback, Unanswered = 0, OwnerTicket = null, RemindersSent = 0, IsSnoozed = false, Next = new Deadline(DeadlineKind.Callback, e.CallbackAt) },
        LeadClosed e => lead with { Sequence = sequence, Status = e.Status, ClosedAt = e.At, Offer = null, OwnerTicket = null, Next = null, Preferred = null, Passes = [] },
        SlaWarned => lead with { Sequence = sequence, Sla = lead.Sla! with { Warned = true } },
        SlaBreached => lead with { Sequence = sequence, Sla = lead.Sla! with { Warned = true, Breached = true } },
        ReminderSent e => lead with { Sequence = sequence, RemindersSent = e.Number, IsSnoozed = false, Next = new Deadline(e.Kind, e.NextAt) },
        ReminderSnoozed e => lead with { Sequence = sequence, IsSnoozed = true, Next = e.Next },
        LeadTakenBack => lead with { Sequence = sequence, Owner = null, OwnerTicket = null, Next = null },
        LeadRepeated e => lead with { Sequence = sequence, RepeatCount = lead.RepeatCount + 1, Repeats = [.. lead.Repeats.TakeLast(19), e.Intake], Priority = e.Priority },
        LeadReassigned e => lead with { Sequence = sequence, Offer = null, Owner = null, OwnerTicket = null, Next = null, Passes = [], Queue = e.Queue },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
    };

    private static Attempt[] WithAttempt(Lead lead, AttemptId id, LeadEvent happened) =>
        [.. lead.Attempts.Select(attempt => attempt.Id == id ? Apply(attempt, happened) : attempt)];

    private static Attempt Apply(Attempt attempt, LeadEvent happened) => happened switch
    {
        CallOrdered => attempt with { Ordered = true },
        AttemptStarted e => attempt with { InitiatedAt = e.At },
        AttemptRang e => attempt with { RingingAt = e.At },
        ContactMade e => attempt with { AnsweredAt = e.At },
        AttemptEnded e => attempt with { EndedAt = e.At, End = e.Result },
        _ => throw new InvalidOperationException($"No event of an attempt: {happened.GetType().Name}."),
    };

    private static IReadOnlyList<Pass> WithPass(IReadOnlyList<Pass> passes, Pass? added, DateTimeOffset now) => added is null
        ? passes
        : [.. passes.Where(pass => pass.Rep != added.Rep && pass.Until > now), added];
}
