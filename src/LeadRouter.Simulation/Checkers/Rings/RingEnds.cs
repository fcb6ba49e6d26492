using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rings;

/// <summary>A ring is over, and its place free, within a second of its rep's going, declining or being paused, and of the lead's being moved or withdrawn.</summary>
internal sealed class RingEnds(Verdict verdict, JournalReader journal, Agenda agenda, Machine machine) : Checker(verdict)
{
    /// <summary>The places by which something rings; others are set aside for a call of the rep's own.</summary>
    private readonly HashSet<(RepId Rep, long Ticket)> _rings = [];
    private Timely<(RepId Rep, long Ticket)>? _ends;

    private Timely<(RepId Rep, long Ticket)> Ends => _ends ??= new Timely<(RepId Rep, long Ticket)>(agenda, machine, what => Violated($"the ring at {what}"));

    public override void Happened(RepHistory rep, RepEvent happened)
    {
        switch (happened)
        {
            case PresenceChanged changed when changed.Presence != Presence.Available:
                foreach (var ring in rep.Places.Keys.Select(ticket => (rep.Id, ticket)).Where(_rings.Contains))
                    Ends.Expect(ring, $"the rep is {changed.Presence}");
                break;
            case HoldOwned e:
                End(rep.Id, e.Ticket);
                break;
            case HoldEnded e:
                End(rep.Id, e.Ticket);
                break;
        }
    }

    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadOffered offered:
                _rings.Add((offered.RepId, offered.Ticket));
                if (journal.Rep(offered.RepId) is { Presence: not Presence.Available } gone)
                    Ends.Expect((offered.RepId, offered.Ticket), $"the rep was {gone.Presence} before it rang");
                break;
            case OfferEnded ended when lead.Offer is { } offer:
                Ends.Expect((offer.RepId, offer.Ticket), $"the offer was {ended.Why}");
                break;
        }
    }

    private void End(RepId rep, long ticket)
    {
        _rings.Remove((rep, ticket));
        Ends.Done((rep, ticket));
    }
}
