using LeadRouter.Simulation.Checkers.Histories;
using LeadRouter.Simulation.Checkers.Rules;

namespace LeadRouter.Simulation.Checkers.Rings;

/// <summary>
/// A lead rings at a rep who was available, with an open desk and room, when the place was set aside, under that place's ticket, and
/// who has not just missed or declined it; the rule that is named is the one by which it had to be chosen.
/// </summary>
internal sealed class RingsWhereItMay(Verdict verdict, JournalReader journal, DesksInForce desks) : Checker(verdict)
{
    public override void Happened(LeadHistory lead, LeadEvent happened)
    {
        if (happened is not LeadOffered e)
            return;
        if (journal.Rep(e.RepId) is not { } rep || !rep.Places.TryGetValue(e.Ticket, out var place) || place.Lead != lead.Id || place.IsOwned)
            Violated($"lead {lead.Id} rings at {e.RepId} by place {e.Ticket}, which was never set aside for it");
        else if (!place.MayRing)
            Violated($"lead {lead.Id} rings at {e.RepId}, who could not take a lead when place {e.Ticket} was set aside");
        if (lead.Passes.Any(pass => pass.Rep == e.RepId && pass.Until > e.Decision.At))
            Violated($"lead {lead.Id} rings at {e.RepId} by a decision of {e.Decision.At:O}, who is left alone with it for now: {string.Join(", ", lead.Passes)}");
        if (!desks.Any(lead.Queue, rules => e.Decision.Rule == RuleFor(lead, e, rules)))
            Violated($"lead {lead.Id} of {lead.Queue}, kept for {lead.Preferred}, rings at {e.RepId} by the rule {e.Decision.Rule} of {e.Decision.At:O}");
    }

    private static string RuleFor(LeadHistory lead, LeadOffered offered, QueueRules rules) => lead.Preferred is { } preferred && preferred.Rep == offered.RepId && preferred.Until > offered.Decision.At
        ? preferred.Strict ? "supervisorChoice" : "ownerFirst"
        : rules.Strategy;
}
