namespace LeadRouter.Simulation.Checkers;

/// <summary>Every offer says which rule chose, and its rep is the first of those it calls eligible and not among those it excludes.</summary>
internal sealed class Explained(Verdict verdict) : Checker(verdict)
{
    public override void Offered(Lead lead, Lease offer, RoutingDecision decision)
    {
        if (decision.RepId != offer.Rep || decision.Rule.Length == 0 || decision.Eligible is not [var first, ..] || first != offer.Rep || decision.Excluded.Any(excluded => excluded.RepId == offer.Rep))
            Violated($"offer {offer.Id} rings at {offer.Rep}; its decision chose {decision.RepId} by '{decision.Rule}' among {string.Join(", ", decision.Eligible)}");
    }
}
