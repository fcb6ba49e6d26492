using LeadRouter.Domain.Sla;

namespace LeadRouter.Domain.Leads;

/// <summary>
/// The rules of a lead: <c>decide(state, command, context) -> events or refusal</c>. Pure; an expected "no" is a
/// value. Every open lead it leaves has a deadline or a place in a queue.
/// </summary>
public static class LeadDecider
{
    /// <summary>Decides one command.</summary>
    /// <param name="lead">Null when the lead does not exist yet.</param>
    public static LeadDecision Decide(Lead? lead, LeadCommand command, LeadContext context)
    {
        if (command is ReceiveLead receive)
            return lead is null ? Receive(receive, context) : LeadDecision.Nothing;
        if (lead is null)
            return LeadDecision.Refuse("lead_not_found", "There is no such lead.");
        return command switch
        {
            RepeatLead c => Repeat(lead, c, context),
            OfferLead c => OfferRules.Offer(lead, c, context),
            AcceptOffer c => OfferRules.Accept(lead, c, context),
            DeclineOffer c => OfferRules.Decline(lead, c, context),
            RescindOffer c => OfferRules.Rescind(lead, c, context),
            RequestCall c => CallRules.Request(lead, c, context),
            OrderCall c => CallRules.Order(lead, c, context),
            ReportCall c => CallReportRules.Report(lead, c, context),
            CompleteLead c => CompletionRules.Complete(lead, c, context),
            ReassignLead c => Reassign(lead, c, context),
            WithdrawLead c => Withdraw(lead, c, context),
            SnoozeLead c => SnoozeRules.Snooze(lead, c, context),
            WakeLead => DeadlineRules.Wake(lead, context),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    /// <summary>The event that puts a lead back in its queue, due since <paramref name="dueSince"/>.</summary>
    internal static LeadQueued Queue(Lead lead, QueueReason reason, DateTimeOffset dueSince, Preference? preferred, LeadContext context) =>
        new(Existing(lead.Queue, context), reason, dueSince, preferred) { At = context.Now };

    /// <summary>The owner has the first call on a lead that comes back, for as long as the queue says.</summary>
    internal static Preference? OwnerFirst(Lead lead, LeadContext context) => lead.Owner is { } owner
        ? new Preference(owner, context.Now.AddSeconds(context.Rules(lead).OwnerFirstSeconds))
        : null;

    /// <summary>A queue may be taken off the desk while a lead is on its way to it: nobody serves it then, and the default queue takes the lead.</summary>
    private static string Existing(string queue, LeadContext context) => context.Desk.FindQueue(queue) is null ? context.Desk.DefaultQueue : queue;

    private static LeadDecision Receive(ReceiveLead command, LeadContext context)
    {
        var post = command.Post with { Queue = Existing(command.Post.Queue, context) };
        var rules = context.Desk.RulesFor(post.Queue);
        var priority = Math.Clamp(rules.Priority + (int)Math.Round(post.Score ?? 0), 0, 1000);
        var receivedAt = command.ReceivedAt is { } durable && durable < context.Now ? durable : context.Now;
        var received = new LeadReceived(command.LeadId, post, priority, SlaClock.Start(receivedAt, rules.Sla, context.Calendar)) { At = receivedAt };
        return command.LeadId.IsTest && TestMark.IsUnrouted(post)
            ? LeadDecision.Of(received, new LeadClosed(LeadStatus.Withdrawn, null, "Test lead", null, null) { At = context.Now })
            : LeadDecision.Of(received, new LeadQueued(post.Queue, QueueReason.New, receivedAt, null) { At = context.Now });
    }

    private static LeadDecision Repeat(Lead lead, RepeatLead command, LeadContext context)
    {
        if (lead.Repeats.Contains(command.Intake))
            return LeadDecision.Nothing;
        if (lead.IsClosed)
            return LeadDecision.Refuse("lead_closed", "The lead is closed; the post becomes a new lead.");
        var repeated = new LeadRepeated(command.Intake, command.Post, Math.Min(1000, lead.Priority + context.Rules(lead).RepeatPriority)) { At = context.Now };
        // Who asks again is hot again: a lead that was scheduled for later is due now.
        var scheduled = lead.OwnerTicket is null && lead.Next is { Kind: DeadlineKind.NextAttempt or DeadlineKind.Callback };
        return scheduled
            ? LeadDecision.Of(repeated, Queue(lead, QueueReason.Repeat, context.Now, OwnerFirst(lead, context), context))
            : LeadDecision.Of(repeated);
    }

    private static LeadDecision Reassign(Lead lead, ReassignLead command, LeadContext context)
    {
        if (lead.IsClosed)
            return LeadDecision.Refuse("lead_closed", "The lead is closed; nothing is left to move.");
        var queue = command.ToQueue ?? lead.Queue;
        if (context.Desk.FindQueue(queue) is null)
            return LeadDecision.Refuse("unknown_queue", $"The desk has no queue '{queue}'.", ("queue", queue));
        var preferred = command.ToRep is { } rep
            ? new Preference(rep, context.Now.AddSeconds(Math.Max(60, context.Desk.RulesFor(queue).OwnerFirstSeconds)), Strict: true)
            : null;
        // As long as nobody has dialled it, it keeps its age.
        var dueSince = lead.Status is LeadStatus.Waiting or LeadStatus.Offered or LeadStatus.Owned ? lead.DueSince : context.Now;
        return LeadDecision.Of([
            .. WithdrawOffer(lead, context),
            new LeadReassigned(command.By, command.ToRep, queue) { At = context.Now },
            new LeadQueued(queue, QueueReason.Reassigned, dueSince, preferred) { At = context.Now },
        ]);
    }

    private static LeadDecision Withdraw(Lead lead, WithdrawLead command, LeadContext context) => lead.IsClosed
        ? LeadDecision.Refuse("lead_closed", "The lead is closed already.")
        : LeadDecision.Of([
            .. WithdrawOffer(lead, context),
            new LeadClosed(LeadStatus.Withdrawn, lead.Owner, command.Reason, null, command.By) { At = context.Now },
        ]);

    private static IEnumerable<LeadEvent> WithdrawOffer(Lead lead, LeadContext context) => lead.Offer is { } offer
        ? [new OfferEnded(offer.Id, offer.Rep, OfferEnd.Withdrawn, null, null) { At = context.Now }]
        : [];
}
