using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Worlds;

/// <summary>Who hears of a change of a lead, as in the engine.</summary>
internal static class LeadNews
{
    public static void Tell(World world, Lead? before, Lead after, IReadOnlyList<LeadEvent> events)
    {
        var from = after.Id.Value;
        var (held, holds) = (HoldOf(before), HoldOf(after));
        if (held is { } old && (holds?.Rep != old.Rep || holds?.Ticket != old.Ticket))
            ToRep(world, old.Rep, new ReportHold(after.Id, old.Ticket, old.Owned, WhyEnded(events)));
        if (holds is { Owned: true } now && held != holds)
            ToRep(world, now.Rep, new ReportHold(after.Id, now.Ticket, true, null));
        if (before?.Status == LeadStatus.Waiting && after.Status != LeadStatus.Waiting)
            world.ToQueue(from, book => book.Leave(after.Id, after.Sequence));
        if (after.Status == LeadStatus.Waiting)
            world.ToQueue(from, book => book.Wait(WaitingLead.Of(after), Given.Sales.AgeingSecondsPerPoint));
        if (after.IsClosed && before is { IsClosed: false })
            world.Mail.Send(from, after.Post.ExternalId!, () => world.Tell(after.Post.ExternalId!, new CloseContactLead(after.Id)));
        foreach (var call in events.OfType<CallRequested>().Where(call => !call.Manual))
            world.Mail.Send(from, "carrier", () => world.People.PlaceCall(after.Id, call.AttemptId));
        world.People.Saw(after.Id, events);
    }

    /// <summary>A rep asks whether a hold still is so.</summary>
    public static void CheckHold(World world, LeadId id, RepId rep, long ticket)
    {
        var hold = HoldOf(world.Leads.GetValueOrDefault(id));
        var so = hold is { } held && held.Rep == rep && held.Ticket == ticket;
        world.Mail.Send(id.Value, rep.Value, () => world.Run(rep, new ReportHold(id, ticket, so && hold!.Value.Owned, so ? null : HoldEnd.Gone)));
    }

    /// <summary>The place of a rep that a lead takes up.</summary>
    public static (RepId Rep, long Ticket, bool Owned)? HoldOf(Lead? lead)
    {
        if (lead?.Offer is { } offer)
            return (offer.Rep, offer.Ticket, false);
        return lead is { Owner: { } owner, OwnerTicket: { } ticket, IsClosed: false } ? (owner, ticket, true) : null;
    }

    private static void ToRep(World world, RepId rep, ReportHold report) => world.Mail.Send(report.LeadId.Value, rep.Value, () => world.Run(rep, report));

    private static HoldEnd WhyEnded(IReadOnlyList<LeadEvent> events)
    {
        if (events.OfType<OfferEnded>().FirstOrDefault() is { } ended)
            return ended.Why switch { OfferEnd.Missed => HoldEnd.Missed, OfferEnd.Declined => HoldEnd.Declined, _ => HoldEnd.Rescinded };
        return events.Any(e => e is LeadTakenBack or LeadReassigned or LeadClosed { Status: LeadStatus.Withdrawn }) ? HoldEnd.Taken : HoldEnd.Finished;
    }
}
