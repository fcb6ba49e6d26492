using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Queues;

namespace LeadRouter.Turns.Leads;

/// <summary>
/// Who has to hear of a change of a lead: found by comparing before and after, so that no path through the rules can
/// forget to tell.
/// </summary>
internal static class LeadReactions
{
    internal static List<Envelope> Messages(Lead? before, Lead after, IReadOnlyList<LeadEvent> events)
    {
        var outgoing = new List<Envelope>();
        TellReps(outgoing, before, after, events);
        TellQueues(outgoing, before, after);
        if (after.IsClosed && before is not { IsClosed: true })
            outgoing.Add(new Envelope(ContactOf(after), new TellContact(new CloseContactLead(after.Id))));
        foreach (var happened in events)
        {
            if (happened is CallRequested { Manual: false } call)
                outgoing.Add(new Envelope(new ActorId(ActorKinds.Carrier, after.Id.Value), new PlaceCall(after.Id, call.AttemptId, call.RepId, after.Post.Phone!.Value, call.RingSeconds)));
        }

        return outgoing;
    }

    /// <summary>The indexes of a queue's waiting leads, and of those that wait first for a rep, are written with the lead itself.</summary>
    internal static IReadOnlyList<IndexChange> Index(Lead? before, Lead after)
    {
        var queue = WaitingIndex(before, after);
        var (had, has) = (before?.WaitsFor()?.Rep, after.WaitsFor()?.Rep);
        return had == has ? queue : [.. queue, .. WaitsFor(had, after, null), .. WaitsFor(has, after, "{}"u8.ToArray())];
    }

    private static IEnumerable<IndexChange> WaitsFor(RepId? rep, Lead lead, byte[]? value) =>
        rep is { } one ? [new IndexChange(RepIndexes.WaitsFor(one), lead.Id.Value, value)] : [];

    private static List<IndexChange> WaitingIndex(Lead? before, Lead after)
    {
        var waits = after.Status == LeadStatus.Waiting;
        var left = before?.Status == LeadStatus.Waiting && (!waits || after.Queue != before.Queue);
        if (!left && !waits)
            return [];
        var changes = new List<IndexChange>(2);
        if (left)
            changes.Add(new IndexChange(QueueIndexes.Waiting(before!.Queue), after.Id.Value, null));
        if (waits)
            changes.Add(new IndexChange(QueueIndexes.Waiting(after.Queue), after.Id.Value, StoredJson.Write(WaitingLead.Of(after))));
        return changes;
    }

    /// <summary>The lead's searchable fields, or null when they are as they were.</summary>
    internal static LeadRow? Row(Lead? before, Lead after)
    {
        var row = LeadRow.Of(after);
        return before is not null && LeadRow.Of(before) == row ? null : row;
    }

    internal static Envelope HoldReport(RepId rep, LeadHold hold, HoldEnd? ended) =>
        new(new ActorId(ActorKinds.Rep, rep.Value), new TellRep(new ReportHold(hold.Lead, hold.Ticket, hold.Owned, ended)));

    /// <summary>Tells the lead's queue that it does not wait.</summary>
    internal static Envelope Left(Lead lead) => new(QueueOf(lead), new LeadLeft(lead.Id, lead.Sequence));

    private static void TellReps(List<Envelope> outgoing, Lead? before, Lead after, IReadOnlyList<LeadEvent> events)
    {
        var held = HoldOf(before);
        var holds = HoldOf(after);
        if (held is { } old && (holds is null || holds.Value.Rep != old.Rep || holds.Value.Hold.Ticket != old.Hold.Ticket))
            outgoing.Add(HoldReport(old.Rep, old.Hold, WhyEnded(events)));
        if (holds is { Hold.Owned: true } now && (held is null || held.Value.Hold != now.Hold))
            outgoing.Add(HoldReport(now.Rep, now.Hold, null));
    }

    private static void TellQueues(List<Envelope> outgoing, Lead? before, Lead after)
    {
        var waited = before?.Status == LeadStatus.Waiting;
        var waits = after.Status == LeadStatus.Waiting;
        if (waited && (!waits || before!.Queue != after.Queue))
            outgoing.Add(new Envelope(QueueOf(before!), new LeadLeft(after.Id, after.Sequence)));
        if (waits)
            outgoing.Add(new Envelope(QueueOf(after), new LeadWaits(WaitingLead.Of(after))));
    }

    /// <summary>The place of a rep that a lead takes up: under its offer, or owned and being worked.</summary>
    private static (RepId Rep, LeadHold Hold)? HoldOf(Lead? lead)
    {
        if (lead?.Offer is { } offer)
            return (offer.Rep, new LeadHold(lead.Id, offer.Ticket, false));
        return lead is { Owner: { } owner, OwnerTicket: { } ticket, IsClosed: false } ? (owner, new LeadHold(lead.Id, ticket, true)) : null;
    }

    private static HoldEnd WhyEnded(IReadOnlyList<LeadEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case OfferEnded { Why: OfferEnd.Missed }: return HoldEnd.Missed;
                case OfferEnded { Why: OfferEnd.Declined }: return HoldEnd.Declined;
                case OfferEnded: return HoldEnd.Rescinded;
                case LeadTakenBack or LeadReassigned or LeadClosed { Status: LeadStatus.Withdrawn }: return HoldEnd.Taken;
            }
        }

        return HoldEnd.Finished;
    }

    private static ActorId QueueOf(Lead lead) => new(ActorKinds.Queue, lead.Queue);

    private static ActorId ContactOf(Lead lead) => new(ActorKinds.Contact, ContactAddress.Key(lead.Post));
}

/// <summary>A hold as the lead sees it.</summary>
internal readonly record struct LeadHold(LeadId Lead, long Ticket, bool Owned);
