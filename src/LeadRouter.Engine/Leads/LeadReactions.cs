using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Domain.Routing;
using LeadRouter.Engine.Actors;
using LeadRouter.Engine.Contacts;
using LeadRouter.Engine.Json;
using LeadRouter.Engine.Ports;
using LeadRouter.Engine.Queues;
using LeadRouter.Engine.Reps;

namespace LeadRouter.Engine.Leads;

/// <summary>
/// Who has to hear of a change of a lead: found by comparing before and after, so that no path through the rules can
/// forget to tell.
/// </summary>
internal static class LeadReactions
{
    private static readonly string[] StatusNames = [.. Enum.GetNames<LeadStatus>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)];

    internal static IEnumerable<Outgoing> Outgoing(Lead? before, Lead after, IReadOnlyList<LeadEvent> events)
    {
        foreach (var report in ToReps(before, after, events))
            yield return report;
        foreach (var news in ToQueues(before, after))
            yield return news;
        if (after.IsClosed && before is { IsClosed: false })
            yield return new Outgoing(ContactOf(after), new TellContact(new CloseContactLead(after.Id)));
        foreach (var call in events.OfType<CallRequested>().Where(call => !call.Manual))
            yield return new Outgoing(new ActorId(ActorKinds.Carrier, after.Id.Value), new PlaceCall(after.Id, call.AttemptId, call.RepId, after.Post.Phone!, call.RingSeconds));
    }

    /// <summary>The index of a queue's waiting leads is written with the lead itself.</summary>
    internal static IReadOnlyList<IndexChange> Index(Lead? before, Lead after)
    {
        var changes = new List<IndexChange>(2);
        if (before?.Status == LeadStatus.Waiting && (after.Status != LeadStatus.Waiting || after.Queue != before.Queue))
            changes.Add(new IndexChange(QueueIndexes.Waiting(before.Queue), after.Id.Value, null));
        if (after.Status == LeadStatus.Waiting)
            changes.Add(new IndexChange(QueueIndexes.Waiting(after.Queue), after.Id.Value, EngineJson.Write(WaitingLead.Of(after))));
        return changes;
    }

    internal static LeadRow Row(Lead lead) => new(
        lead.Id.Value, StatusNames[(int)lead.Status], lead.Queue, lead.Owner?.Value, lead.Offer?.Rep.Value,
        lead.Post.Source, lead.Post.Campaign, lead.Post.Name, lead.Post.Phone, lead.Post.Email, lead.ReceivedAt, !lead.IsClosed);

    internal static Outgoing HoldReport(RepId rep, LeadHold hold, HoldEnd? ended) =>
        new(new ActorId(ActorKinds.Rep, rep.Value), new TellRep(new ReportHold(hold.Lead, hold.Ticket, hold.Owned, ended)));

    /// <summary>Tells the lead's queue that it does not wait.</summary>
    internal static Outgoing Left(Lead lead) => new(QueueOf(lead), new LeadLeft(lead.Id, lead.Sequence));

    private static IEnumerable<Outgoing> ToReps(Lead? before, Lead after, IReadOnlyList<LeadEvent> events)
    {
        var held = HoldOf(before);
        var holds = HoldOf(after);
        if (held is { } old && (holds is null || holds.Value.Rep != old.Rep || holds.Value.Hold.Ticket != old.Hold.Ticket))
            yield return HoldReport(old.Rep, old.Hold, WhyEnded(events));
        if (holds is { Hold.Owned: true } now && (held is null || held.Value.Hold != now.Hold))
            yield return HoldReport(now.Rep, now.Hold, null);
    }

    private static IEnumerable<Outgoing> ToQueues(Lead? before, Lead after)
    {
        var waited = before?.Status == LeadStatus.Waiting;
        var waits = after.Status == LeadStatus.Waiting;
        if (waited && (!waits || before!.Queue != after.Queue))
            yield return Left(after) with { To = QueueOf(before!) };
        if (waits)
            yield return new Outgoing(QueueOf(after), new LeadWaits(WaitingLead.Of(after)));
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
