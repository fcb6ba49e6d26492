using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Routing;
using LeadRouter.Simulation.Hosting;
using LeadRouter.Simulation.Timing;
using LeadRouter.Simulation.World;

namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// An offer is over within a second of its end while the process is up and its store works, and within five seconds
/// after that is so again: whoever looks the lead up then does not find it. Nothing overdue is left at the end.
/// </summary>
internal sealed class Deadlines(Verdict verdict, Agenda agenda, ServerClock clock, Machine machine, Gateway gateway) : Checker(verdict)
{
    private static readonly TimeSpan WhenUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);
    private readonly HashSet<OfferId> _open = [];

    public override void Offered(Lead lead, Lease offer, RoutingDecision decision) => Watch(lead.Id, offer);

    /// <summary>An offer whose push died with the process is first seen here.</summary>
    public override void ShownState(RepId rep, IReadOnlyList<Lead> leads)
    {
        foreach (var lead in leads)
        {
            if (lead.Offer is { } offer)
                Watch(lead.Id, offer);
        }
    }

    public override void OfferOver(LeadId lead, OfferId offer, string why) => _open.Remove(offer);

    public override void End(FinalView view)
    {
        foreach (var (lead, dueAt) in view.OpenLeads())
        {
            if (dueAt < view.Now - AfterTrouble)
                Violated($"a deadline of {lead.Id} ({lead.Status}) was due at {dueAt:O} and has not fired");
        }
    }

    private void Watch(LeadId lead, Lease offer)
    {
        if (_open.Add(offer.Id))
            agenda.After(clock.Until(offer.ExpiresAt + WhenUp), () => Look(lead, offer));
    }

    private void Look(LeadId lead, Lease offer)
    {
        if (!_open.Contains(offer.Id))
            return;
        if (clock.Now < offer.ExpiresAt + WhenUp)
        {
            agenda.After(clock.Until(offer.ExpiresAt + WhenUp), () => Look(lead, offer));
            return;
        }

        if (machine.FineSince is not { } since || agenda.Now < since + AfterTrouble)
        {
            agenda.After(TimeSpan.FromSeconds(1), () => Look(lead, offer));
            return;
        }

        gateway.Call(
            server => server.GetAsync(lead),
            reply =>
            {
                if (reply.Lead?.Offer?.Id == offer.Id && machine.FineSince == since && _open.Contains(offer.Id))
                    Violated($"offer {offer.Id} ended at {offer.ExpiresAt:O} and still rings at {clock.Now:O}");
            },
            (heard, _) =>
            {
                if (heard == Heard.Answer)
                    _open.Remove(offer.Id);
                else
                    Look(lead, offer);
            });
    }
}
