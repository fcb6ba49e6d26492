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
        return Apply(lead, happened) with { Sequence = lead.Sequence + 1 };
    }

    /// <summary>Folds events in order.</summary>
    public static Lead? Replay(Lead? lead, IEnumerable<LeadEvent> events) => events.Aggregate(lead, Evolve);

    private static Lead Apply(Lead lead, LeadEvent happened) => happened switch
    {
        LeadQueued e => lead with { Status = LeadStatus.Waiting, Queue = e.Queue, DueSince = e.DueSince, QueuedSequence = lead.Sequence + 1, Preferred = e.Preferred, Offer = null, Owner = null, OwnerTicket = null, Next = null, RemindersSent = 0 },
        LeadOffered e => lead with { Status = LeadStatus.Offered, Offer = new Lease(e.OfferId, e.RepId, e.Ticket, e.At, e.ExpiresAt), FirstOfferAt = lead.FirstOfferAt ?? e.At },
        OfferAccepted e => lead with { Status = LeadStatus.Owned, Owner = e.RepId, OwnerTicket = lead.Offer!.Ticket, Offer = null, Preferred = null, Passes = [], Next = e.Next, RemindersSent = 0, AssignedAt = lead.AssignedAt ?? e.At },
        OfferEnded e => lead with { Offer = null, Passes = WithPass(lead.Passes, e.Pass, e.At) },
        CallRequested e => lead with { Status = LeadStatus.Attempting, OwnerTicket = e.Ticket, Next = e.Next, RemindersSent = 0, Attempts = [.. lead.Attempts, new Attempt { Id = e.AttemptId, Number = e.Number, Rep = e.RepId, Ticket = e.Ticket, Manual = e.Manual, RequestedAt = e.At }] },
        CallOrdered e => WithAttempt(lead, e.AttemptId, attempt => attempt with { Ordered = true }),
        AttemptStarted e => WithAttempt(lead, e.AttemptId, attempt => attempt with { InitiatedAt = e.At }) with { FirstAttemptAt = lead.FirstAttemptAt ?? e.At, FirstAttemptProven = lead.FirstAttemptProven ?? e.Proven },
        AttemptRang e => WithAttempt(lead, e.AttemptId, attempt => attempt with { RingingAt = e.At }),
        ContactMade e => Reach(WithAttempt(lead, e.AttemptId, attempt => attempt with { AnsweredAt = e.At }), e),
        AttemptEnded e => EndAttempt(WithAttempt(lead, e.AttemptId, attempt => attempt with { EndedAt = e.At, End = e.Result }), e),
        DispositionSet e => lead with { Result = new Result(e.Disposition, e.Note, e.Amount, e.CallbackAt) },
        RetryScheduled e => lead with { Status = LeadStatus.Attempting, Unanswered = e.Step, OwnerTicket = null, RemindersSent = 0, Next = new Deadline(DeadlineKind.NextAttempt, e.NextAttemptAt) },
        CallbackScheduled e => lead with { Status = LeadStatus.Callback, Unanswered = 0, OwnerTicket = null, RemindersSent = 0, Next = new Deadline(DeadlineKind.Callback, e.CallbackAt) },
        LeadClosed e => lead with { Status = e.Status, ClosedAt = e.At, Offer = null, OwnerTicket = null, Next = null, Preferred = null, Passes = [] },
        SlaWarned => lead with { Sla = lead.Sla! with { Warned = true } },
        SlaBreached => lead with { Sla = lead.Sla! with { Warned = true, Breached = true } },
        ReminderSent e => lead with { RemindersSent = e.Number, Next = new Deadline(e.Kind, e.NextAt) },
        ReminderSnoozed e => lead with { Next = e.Next },
        LeadTakenBack => lead with { Owner = null, OwnerTicket = null, Next = null },
        LeadRepeated e => lead with { RepeatCount = lead.RepeatCount + 1, Repeats = [.. lead.Repeats.TakeLast(19), e.Intake], Priority = e.Priority },
        LeadReassigned e => lead with { Offer = null, Owner = null, OwnerTicket = null, Next = null, Passes = [], Queue = e.Queue },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
    };

    private static Lead Reach(Lead lead, ContactMade e) => e.Next is null
        ? lead with { FirstContactAt = lead.FirstContactAt ?? e.At }
        : lead with { Status = LeadStatus.Reached, FirstContactAt = lead.FirstContactAt ?? e.At, Unanswered = 0, Next = e.Next };

    private static Lead EndAttempt(Lead lead, AttemptEnded e)
    {
        // A call may end after the rep has already said what came of it: then only the attempt is closed.
        if (e.Next is null)
            return lead;
        return lead with { Status = e.Next.Kind == DeadlineKind.AttemptBy ? LeadStatus.Owned : LeadStatus.Reached, Next = e.Next, RemindersSent = 0 };
    }

    private static Lead WithAttempt(Lead lead, AttemptId id, Func<Attempt, Attempt> change) =>
        lead with { Attempts = [.. lead.Attempts.Select(attempt => attempt.Id == id ? change(attempt) : attempt)] };

    private static IReadOnlyList<Pass> WithPass(IReadOnlyList<Pass> passes, Pass? added, DateTimeOffset now) => added is null
        ? passes
        : [.. passes.Where(pass => pass.Rep != added.Rep && pass.Until > now), added];
}
