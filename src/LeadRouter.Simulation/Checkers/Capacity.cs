using LeadRouter.Simulation.Checkers.Histories;

namespace LeadRouter.Simulation.Checkers;

/// <summary>
/// The leads a rep was told are his or hers and was not told are over are never more than the rep's capacity. A capacity
/// that was made smaller takes nothing away, neither what is held nor what rings, but nothing is added over it.
/// </summary>
internal sealed class Capacity(Verdict verdict, JournalReader journal, Roster roster) : Checker(verdict)
{
    private readonly Dictionary<RepId, HashSet<LeadId>> _held = [];

    public override void Accept(RepId rep, LeadId lead, Lease offer, DateTimeOffset sentAt, bool? ok)
    {
        if (ok is true)
            Hold(rep, lead);
    }

    public override void Shown(RepId rep, Lead lead)
    {
        if (IsHeld(rep, lead))
            Hold(rep, lead.Id);
        else
            Of(rep).Remove(lead.Id);
    }

    public override void ShownState(RepId rep, IReadOnlyList<Lead> leads)
    {
        Of(rep).RemoveWhere(id => !leads.Any(lead => lead.Id == id && (lead.Offer is not null || IsHeld(rep, lead))));
        foreach (var lead in leads)
        {
            if (lead.Offer is not null || IsHeld(rep, lead))
                Hold(rep, lead.Id);
        }

        // Offers count only for this look: the next word about one may be that it is over.
        Of(rep).RemoveWhere(id => leads.Any(lead => lead.Id == id && lead.Offer is not null));
    }

    private static bool IsHeld(RepId rep, Lead lead) => !lead.IsClosed && lead.Owner == rep && lead.OwnerTicket is not null;

    private HashSet<LeadId> Of(RepId rep)
    {
        if (!_held.TryGetValue(rep, out var held))
            _held.Add(rep, held = []);
        return held;
    }

    private void Hold(RepId rep, LeadId lead)
    {
        var held = Of(rep);
        var capacity = roster.Profiles[rep].Capacity;
        if (held.Add(lead) && held.Count > capacity && roster.IsSettled(rep) && journal.Rep(rep) is { } history && !history.HadPlaceBefore(lead))
            Violated($"{rep} holds {held.Count} leads with a capacity of {capacity}: {string.Join(", ", held)}");
    }
}
