namespace LeadRouter.Domain.Leads;

/// <summary>What came of it, by the rep's word.</summary>
internal static class CompletionRules
{
    private const decimal HighestAmount = 1_000_000_000;

    /// <summary>A call-back can be at most this far ahead.</summary>
    private static readonly TimeSpan FarthestCallback = TimeSpan.FromDays(90);

    internal static LeadDecision Complete(Lead lead, CompleteLead command, LeadContext context)
    {
        if (context.Desk.FindDisposition(command.Disposition) is not { } disposition)
            return LeadDecision.Refuse("unknown_disposition", $"The desk has no disposition '{command.Disposition}'; reload the page.");
        if (lead.IsClosed)
            return IsSaid(lead, command) ? LeadDecision.Nothing : LeadDecision.Refuse("lead_closed", "The lead is closed.");
        if (lead.Owner != command.RepId)
            return LeadDecision.Refuse("not_owner", "Only the rep who owns the lead can say what came of it.");
        if (IsCounted(lead, disposition.Outcome))
            return Noted(lead, command, context);
        return Problem(lead, disposition.Outcome, command, context) is { } refusal
            ? new LeadDecision([], refusal)
            : new LeadDecision(Events(lead, disposition.Outcome, command, context));
    }

    /// <summary>The carrier's word was faster: this unanswered attempt has had its step of the cadence already.</summary>
    private static bool IsCounted(Lead lead, DispositionOutcome outcome) =>
        outcome == DispositionOutcome.NoAnswer && lead is { OwnerTicket: null, Next.Kind: DeadlineKind.NextAttempt };

    /// <summary>The rep has said so before, and there was no other attempt since: not of an earlier one, nor in another rep's words.</summary>
    private static bool IsSaid(Lead lead, CompleteLead command) =>
        lead.Result is { } said && said.Rep == command.RepId && said.Disposition == command.Disposition && said.Attempts == lead.Attempts.Count;

    private static LeadDecision Noted(Lead lead, CompleteLead command, LeadContext context) => IsSaid(lead, command) && lead.Result!.Note == command.Note
        ? LeadDecision.Nothing
        : LeadDecision.Of(new DispositionSet(command.RepId, command.Disposition, command.Note, null, null) { At = context.Now });

    /// <summary>The rep has called it since it last came to him or her, and the carrier has not said that nothing was dialled.</summary>
    private static bool IsCalled(Lead lead, RepId rep) => lead.Attempts.Any(attempt =>
        attempt.Rep == rep && attempt.End != AttemptEnd.NotPlaced && (lead.OwnerTicket is null || attempt.Ticket == lead.OwnerTicket));

    /// <summary>A call was answered; or the rep dials by hand, and says so with the result; or the lead can only be written to.</summary>
    private static bool IsSpokenTo(Lead lead) =>
        lead.FirstContactAt is not null || lead.Post.Phone is null || (lead.LiveAttempt is { Manual: true } manual && lead.IsOnCall(manual));

    /// <summary>After one more unanswered attempt: the next step of the cadence, or not reachable when it has run out.</summary>
    internal static LeadEvent RetryOrGiveUp(Lead lead, RepId rep, LeadContext context)
    {
        var unanswered = lead.Unanswered + 1;
        return Cadence.Next(context.Rules(lead).Cadence, unanswered, context.Now, context.Calendar) is { } at
            ? new RetryScheduled(at, unanswered) { At = context.Now }
            : new LeadClosed(LeadStatus.NotReachable, rep, "The contact plan ran out without an answer.", null, null) { At = context.Now };
    }

    private static Refusal? Problem(Lead lead, DispositionOutcome outcome, CompleteLead command, LeadContext context) => outcome switch
    {
        DispositionOutcome.Won when command.Amount is not { Amount: > 0 and <= HighestAmount } =>
            Refusal.Of("amount_required", FormattableString.Invariant($"A won deal needs its amount, more than 0 and at most {HighestAmount:N0}."), ("most", HighestAmount)),
        DispositionOutcome.Won when !IsSpokenTo(lead) =>
            new Refusal("no_contact", "Nobody has spoken to this lead yet: a deal needs a call that was answered."),
        DispositionOutcome.Callback when command.CallbackAt is not { } at || at <= context.Now || at > context.Now + FarthestCallback =>
            Refusal.Of("callback_time_required", $"A call-back needs a time in the future, at most {FarthestCallback.Days} days ahead.", ("days", FarthestCallback.Days)),
        DispositionOutcome.NoAnswer when !IsCalled(lead, command.RepId) =>
            new Refusal("no_attempt", "Call the lead first: a lead that was not called cannot be unanswered."),
        _ => null,
    };

    private static List<LeadEvent> Events(Lead lead, DispositionOutcome outcome, CompleteLead command, LeadContext context)
    {
        var now = context.Now;
        var events = new List<LeadEvent>();
        if (lead.LiveAttempt is { Manual: true } manual)
        {
            // By hand the rep's word is all there is: talking is inferred from the result and marked unproven. Of another's call it says nothing.
            var own = lead.IsOnCall(manual);
            if (own && outcome is DispositionOutcome.Won or DispositionOutcome.Lost or DispositionOutcome.Callback)
                events.Add(new ContactMade(manual.Id, manual.Rep, Proven: false, First: lead.FirstContactAt is null, null) { At = now });
            events.Add(new AttemptEnded(manual.Id, manual.Rep, own ? ByHand(outcome) : AttemptEnd.Unknown, null, null) { At = now });
        }

        events.Add(new DispositionSet(command.RepId, command.Disposition, command.Note, command.Amount, command.CallbackAt) { At = now });
        events.Add(outcome switch
        {
            DispositionOutcome.Won => new LeadClosed(LeadStatus.Won, command.RepId, null, command.Amount, null) { At = now },
            DispositionOutcome.Lost => new LeadClosed(LeadStatus.Lost, command.RepId, command.Note, null, null) { At = now },
            DispositionOutcome.Invalid => new LeadClosed(LeadStatus.Invalid, command.RepId, command.Note, null, null) { At = now },
            DispositionOutcome.Callback => new CallbackScheduled(command.CallbackAt!.Value) { At = now },
            _ => RetryOrGiveUp(lead, command.RepId, context),
        });
        return events;
    }

    private static AttemptEnd ByHand(DispositionOutcome outcome) =>
        outcome is DispositionOutcome.NoAnswer or DispositionOutcome.Invalid ? AttemptEnd.NoAnswer : AttemptEnd.Completed;
}
