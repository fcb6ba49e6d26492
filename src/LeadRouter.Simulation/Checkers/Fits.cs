namespace LeadRouter.Simulation.Checkers;

/// <summary>A lead rings at an active member of its queue who speaks its language and has the queue's skills; judged when no change of the rep or the desk is under way.</summary>
internal sealed class Fits(Verdict verdict, Roster roster) : Checker(verdict)
{
    public override void Offered(Lead lead, Lease offer, RoutingDecision decision)
    {
        if (roster.IsSettled(offer.Rep) && roster.IsDeskSettled && !roster.MayTake(offer.Rep, lead.Queue, lead.Post.Language))
            Violated($"lead {lead.Id} of {lead.Queue} in '{lead.Post.Language}' rings at {offer.Rep}, who is {roster.Profiles[offer.Rep]}");
    }
}
