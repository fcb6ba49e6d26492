namespace LeadRouter.Domain.Leads;

/// <summary>What happens by itself. A wake-up that comes late, twice or without cause changes nothing twice.</summary>
internal static class DeadlineRules
{
    internal static LeadDecision Wake(Lead lead, LeadContext context)
    {
        var events = new List<LeadEvent>();
        foreach (var deadline in lead.Deadlines())
        {
            if (deadline.At > context.Now)
                break;
            events.AddRange(Fire(lead, deadline, context));
        }

        return new LeadDecision(events);
    }

    private static IReadOnlyList<LeadEvent> Fire(Lead lead, Deadline deadline, LeadContext context) => deadline.Kind switch
    {
        DeadlineKind.SlaWarning => [new SlaWarned(lead.Queue, lead.Sla!.TargetAt) { At = context.Now }],
        DeadlineKind.SlaBreach => [new SlaBreached(lead.Queue, lead.Sla!.TargetAt) { At = context.Now }],
        DeadlineKind.OfferExpiry => OfferRules.End(lead, OfferEnd.Missed, QueueReason.OfferMissed, null, context).Events,
        DeadlineKind.NextAttempt => [LeadDecider.Queue(lead, QueueReason.RetryDue, deadline.At, LeadDecider.OwnerFirst(lead, context), context)],
        DeadlineKind.Callback => [LeadDecider.Queue(lead, QueueReason.CallbackDue, deadline.At, LeadDecider.OwnerFirst(lead, context), context)],
        DeadlineKind.CallEnd => lead.LiveAttempt is { } attempt ? CallReportRules.GiveUp(lead, attempt, context) : RemindOrTakeBack(lead, DeadlineKind.DispositionBy, context),
        _ => RemindOrTakeBack(lead, deadline.Kind, context),
    };

    private static IReadOnlyList<LeadEvent> RemindOrTakeBack(Lead lead, DeadlineKind kind, LeadContext context)
    {
        var rules = context.Rules(lead);
        var owner = lead.Owner!.Value;
        if (lead.RemindersSent < rules.Reminders)
        {
            var seconds = kind == DeadlineKind.AttemptBy ? rules.AttemptBySeconds : rules.DispositionBySeconds;
            return [new ReminderSent(owner, kind, lead.RemindersSent + 1, context.Now.AddSeconds(seconds)) { At = context.Now }];
        }

        // A lead that nobody has dialled has been due all along: its owner's idleness must not cost it its age.
        var dueSince = kind == DeadlineKind.AttemptBy ? lead.DueSince : context.Now;
        return [new LeadTakenBack(owner, kind) { At = context.Now }, LeadDecider.Queue(lead, QueueReason.TakenBack, dueSince, null, context)];
    }
}
