using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>A lead comes to its queue as old as it is due, at its time and not before, and kept for whom and as long as the queue says.</summary>
internal sealed class Returns(Verdict verdict, DesksInForce desks) : Checker(verdict)
{
    /// <summary>Whom a supervisor chose has at least so long.</summary>
    private const int LeastChosenSeconds = 60;

    /// <summary>What happened to each lead last, as long as it matters.</summary>
    private readonly Dictionary<LeadId, LeadEvent> _last = [];

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadQueued e:
                _last.Remove(lead.Id, out var last);
                if (!IsCaused(lead, e, last) || !IsAged(lead, e, last) || !IsKept(lead, e, last) || !IsQueue(lead, e))
                    Violated($"lead {lead.Id} ({lead.Status} in {lead.Queue}, due since {lead.DueSince:O}, next {lead.Next}, owner {lead.Owner}, kept for {lead.Preferred}) came to wait at {e.At:O}: {e}, after {last}");
                break;
            case OfferEnded or LeadReassigned or LeadTakenBack or LeadRepeated:
                _last[lead.Id] = happened;
                break;
            case LeadClosed:
                _last.Remove(lead.Id);
                break;
        }
    }

    private static bool IsCaused(LeadHistory lead, LeadQueued queued, LeadEvent? last) => queued.Reason switch
    {
        QueueReason.New => lead.Status == LeadStatus.Received,
        QueueReason.OfferDeclined => last is OfferEnded { Why: OfferEnd.Declined },
        QueueReason.OfferMissed => last is OfferEnded { Why: OfferEnd.Missed },
        QueueReason.OfferRescinded => last is OfferEnded { Why: OfferEnd.Rescinded },
        QueueReason.RetryDue => lead.Next is { Kind: DeadlineKind.NextAttempt } next && next.At <= queued.At,
        QueueReason.CallbackDue => lead.Next is { Kind: DeadlineKind.Callback } next && next.At <= queued.At,
        QueueReason.TakenBack => last is LeadTakenBack,
        QueueReason.Reassigned => last is LeadReassigned,
        _ => last is LeadRepeated && lead is { Ticket: null, Next.Kind: DeadlineKind.NextAttempt or DeadlineKind.Callback },
    };

    private static bool IsAged(LeadHistory lead, LeadQueued queued, LeadEvent? last) => queued.DueSince == queued.Reason switch
    {
        QueueReason.New => lead.ReceivedAt,
        QueueReason.RetryDue or QueueReason.CallbackDue => lead.Next!.At,
        QueueReason.Repeat => queued.At,
        QueueReason.TakenBack => last is LeadTakenBack { Kind: DeadlineKind.AttemptBy } ? lead.DueSince : queued.At,
        QueueReason.Reassigned => lead.Status is LeadStatus.Waiting or LeadStatus.Offered or LeadStatus.Owned ? lead.DueSince : queued.At,
        _ => lead.DueSince,
    };

    private bool IsKept(LeadHistory lead, LeadQueued queued, LeadEvent? last) => queued.Reason switch
    {
        QueueReason.New or QueueReason.TakenBack => queued.Preferred is null,
        QueueReason.RetryDue or QueueReason.CallbackDue or QueueReason.Repeat => IsFor(lead.Owner, queued, rules => rules.OwnerFirstSeconds, strict: false),
        QueueReason.Reassigned => IsFor(((LeadReassigned)last!).ToRep, queued, rules => Math.Max(LeastChosenSeconds, rules.OwnerFirstSeconds), strict: true),
        _ => queued.Preferred == (lead.Preferred?.Rep == ((OfferEnded)last!).RepId ? null : lead.Preferred),
    };

    private bool IsFor(RepId? rep, LeadQueued queued, Func<QueueRules, int> seconds, bool strict) => rep is { } one
        ? desks.Any(queued.Queue, rules => queued.Preferred == new Preference(one, queued.At.AddSeconds(seconds(rules)), strict))
        : queued.Preferred is null;

    private bool IsQueue(LeadHistory lead, LeadQueued queued) =>
        desks.Any(desk => queued.Queue == (desk.Queues.Any(rules => rules.Id == lead.Queue) ? lead.Queue : desk.DefaultQueue));
}
