using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers.Rules;

/// <summary>An offer rings for as long as its queue says, is accepted before its end and missed after it, and who had it is passed over for as long as the queue says.</summary>
internal sealed class OfferInstants(Verdict verdict, DesksInForce desks) : Checker(verdict)
{
    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadOffered e:
                if (lead.Status != LeadStatus.Waiting)
                    Violated($"lead {lead.Id} is offered to {e.RepId} while it is {lead.Status}");
                else if (!desks.Any(lead.Queue, rules => e.ExpiresAt == e.At.AddSeconds(rules.OfferSeconds)))
                    Violated($"offer {e.OfferId} of {lead.Queue}, made at {e.At:O}, ends at {e.ExpiresAt:O}");
                break;
            case OfferAccepted e:
                if (lead.Offer?.OfferId != e.OfferId || lead.Offer.RepId != e.RepId || e.At >= lead.Offer.ExpiresAt)
                    Violated($"{e.RepId} accepted offer {e.OfferId} of {lead.Id} at {e.At:O}; what rings is {lead.Offer}");
                else if (!desks.Any(lead.Queue, rules => e.Next == new Deadline(DeadlineKind.AttemptBy, e.At.AddSeconds(rules.AttemptBySeconds))))
                    Violated($"the owner of {lead.Id} since {e.At:O} has the deadline {e.Next}");
                break;
            case OfferEnded e:
                Ended(lead, e);
                break;
        }
    }

    private void Ended(LeadHistory lead, OfferEnded ended)
    {
        if (lead.Offer?.OfferId != ended.OfferId || lead.Offer.RepId != ended.RepId)
            Violated($"offer {ended.OfferId} of {lead.Id} ended; what rings is {lead.Offer}");
        else if (ended.Why == OfferEnd.Missed && ended.At < lead.Offer.ExpiresAt)
            Violated($"offer {ended.OfferId} of {lead.Id} was missed at {ended.At:O}, and rings until {lead.Offer.ExpiresAt:O}");
        else if (ended.Why is OfferEnd.Missed or OfferEnd.Declined && !desks.Any(lead.Queue, rules => ended.Pass == new Pass(ended.RepId, ended.At.AddSeconds(rules.OfferAgainSeconds))))
            Violated($"{ended.RepId}, who {ended.Why} {lead.Id} at {ended.At:O}, is left alone with it: {ended.Pass}");
        else if (ended.Why is OfferEnd.Rescinded or OfferEnd.Withdrawn && ended.Pass is not null)
            Violated($"{ended.RepId}, whose offer of {lead.Id} was {ended.Why}, is passed over until {ended.Pass.Until:O}");
    }
}
