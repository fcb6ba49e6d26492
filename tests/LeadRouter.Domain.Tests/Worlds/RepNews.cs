using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Domain.Tests.Worlds;

/// <summary>Who hears of a change of a rep, as in the engine.</summary>
internal static class RepNews
{
    public static void Tell(World world, Rep? before, Rep after, IReadOnlyList<RepEvent> events)
    {
        var id = after.Id;
        if (before?.Presence == Presence.Available && after.Presence != Presence.Available)
        {
            foreach (var hold in after.Holds.Where(hold => !hold.Owned))
                world.Mail.Send(id.Value, hold.Lead.Value, () => world.Run(hold.Lead, new RescindOffer(id, hold.Ticket, "away")));
        }

        foreach (var ticket in events.OfType<HoldsVerified>().SelectMany(verified => verified.Tickets))
        {
            if (before!.Holds.FirstOrDefault(hold => hold.Ticket == ticket && hold.VerifyAt <= world.Now) is { } late)
                world.Mail.Send(id.Value, late.Lead.Value, () => LeadNews.CheckHold(world, late.Lead, id, ticket));
        }

        var status = RepStatus.Of(after);
        if (before is null || RepStatus.Of(before) with { Sequence = status.Sequence } != status)
            world.ToQueue(id.Value, book => book.Update(status, member: true));
        world.People.Saw(id, events);
    }

    /// <summary>A queue chose this rep.</summary>
    public static void Reserve(World world, Match match)
    {
        var rep = match.Decision.RepId;
        if (world.Run(rep, new ReservePlace(match.Lead, Own: false)) is not { } ticket)
        {
            world.ToQueue(rep.Value, book => book.Refuse(match.Lead, rep));
            return;
        }

        var offer = new OfferLead(rep, ticket, new OfferId(world.Draw("offer")), match.Decision);
        world.Mail.Send(rep.Value, match.Lead.Value, () => world.Run(match.Lead, offer));
    }
}
