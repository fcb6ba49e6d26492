using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rings;

/// <summary>A ring is over, and its place free, within a second of its rep's going, declining or being paused, and of the lead's being moved or withdrawn.</summary>
internal sealed class RingEnds(Verdict verdict, Agenda agenda, Machine machine) : Checker(verdict)
{
    private Timely<(RepId Rep, long Ticket)>? _ends;

    private Timely<(RepId Rep, long Ticket)> Ends => _ends ??= new Timely<(RepId Rep, long Ticket)>(agenda, machine, what => Violated($"the ring at {what}"));

    public override void Happened(RepHistory rep, RepEvent happened)
    {
        switch (happened)
        {
            case PresenceChanged changed when changed.Presence != Presence.Available:
                foreach (var (ticket, place) in rep.Places)
                {
                    if (!place.IsOwned && place.MayRing)
                        Ends.Expect((rep.Id, ticket), $"the rep is {changed.Presence}");
                }

                break;
            case HoldOwned e:
                Ends.Done((rep.Id, e.Ticket));
                break;
            case HoldEnded e:
                Ends.Done((rep.Id, e.Ticket));
                break;
        }
    }

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        if (happened is OfferEnded ended && lead.Offer is { } offer)
            Ends.Expect((offer.RepId, offer.Ticket), $"the offer was {ended.Why}");
    }
}
