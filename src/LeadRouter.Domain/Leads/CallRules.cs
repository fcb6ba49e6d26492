namespace LeadRouter.Domain.Leads;

/// <summary>Asking for a call and handing it to the carrier, at most once.</summary>
internal static class CallRules
{
    /// <summary>A lead with more attempts than this is not called any more: something is wrong with it or with the rep.</summary>
    internal const int MaxAttempts = 100;

    /// <summary>Beyond the ringing, this long for the rep's own leg and for late carrier reports.</summary>
    private const int CarrierSlackSeconds = 90;

    internal static LeadDecision Request(Lead lead, RequestCall command, LeadContext context)
    {
        if (lead.FindAttempt(command.AttemptId) is not null)
            return LeadDecision.Nothing;
        if (lead.IsClosed)
            return LeadDecision.Refuse("lead_closed", "The lead is closed.");
        if (lead.Owner != command.RepId)
            return LeadDecision.Refuse("not_owner", "Only the rep who owns the lead can call it.");
        // The rep is not held by this lead any more, as it was put off meanwhile, and may have another by now: taking the place would be one lead too many.
        var isGivenBack = command.PlaceEndsAt is null && command.Ticket != lead.OwnerTicket;
        if (isGivenBack || command.PlaceEndsAt <= context.Now)
            return LeadDecision.Refuse("too_late", "This took too long; call again.");
        if (lead.LiveAttempt is { Manual: false } live && lead.IsOnCall(live))
            return LeadDecision.Refuse("call_in_progress", "A call to this lead is in progress; wait until it ends.");
        if (lead.Attempts.Count >= MaxAttempts)
            return LeadDecision.Refuse("too_many_attempts", $"This lead was called {MaxAttempts} times; say what came of it.", ("attempts", MaxAttempts));
        if (lead.Post.Phone is null)
            return LeadDecision.Refuse("no_phone", "This lead has no phone number; write to its e-mail address and say what came of it.");
        return new LeadDecision(Events(lead, command, context));
    }

    internal static LeadDecision Order(Lead lead, OrderCall command, LeadContext context)
    {
        var attempt = lead.FindAttempt(command.AttemptId);
        // After an outage an order can be on its way for hours: whoever asked for it does not sit there waiting any more.
        var late = lead.Next is { Kind: DeadlineKind.CallEnd } end && end.At <= context.Now;
        if (attempt is null || attempt.Ordered || attempt.EndedAt is not null || !lead.IsOnCall(attempt) || late)
            return LeadDecision.Refuse("call_not_wanted", "This call was ordered before or is not wanted any more.");
        return LeadDecision.Of(new CallOrdered(attempt.Id) { At = context.Now });
    }

    private static List<LeadEvent> Events(Lead lead, RequestCall command, LeadContext context)
    {
        var events = new List<LeadEvent>();
        // Without a carrier nobody says when a call has ended, and a call the lead no longer stands on may never be reported: the next one ends it.
        if (lead.LiveAttempt is { } open)
            events.Add(new AttemptEnded(open.Id, open.Rep, AttemptEnd.Unknown, null, null) { At = context.Now });
        var rules = context.Rules(lead);
        var next = command.Manual
            ? new Deadline(DeadlineKind.DispositionBy, context.Now.AddSeconds(rules.DispositionBySeconds))
            : new Deadline(DeadlineKind.CallEnd, context.Now.AddSeconds(rules.RingSeconds + CarrierSlackSeconds));
        events.Add(new CallRequested(command.AttemptId, lead.Attempts.Count + 1, command.RepId, command.Manual, command.Ticket, rules.RingSeconds, next) { At = context.Now });
        if (command.Manual)
            events.Add(new AttemptStarted(command.AttemptId, command.RepId, Proven: false, First: lead.FirstAttemptAt is null) { At = context.Now });
        return events;
    }
}
