namespace LeadRouter.Simulation.World;

/// <summary>What a rep sees: put together from the pushes that arrived, and wrong as long as one is missing.</summary>
internal sealed class RepScreen(RepId rep)
{
    public Presence Presence { get; private set; }

    public Dictionary<LeadId, Lead> Leads { get; } = [];

    public Dictionary<OfferId, Ring> Offers { get; } = [];

    /// <summary>The leads on it, those that ring included.</summary>
    public IEnumerable<LeadId> All => Leads.Keys.Concat(Offers.Values.Select(ring => ring.Lead));

    /// <summary>Whether it shows a lead as it stands.</summary>
    public bool Shows(Lead lead) => lead.Offer is { } offer ? Offers.ContainsKey(offer.Id) : Leads.TryGetValue(lead.Id, out var shown) && shown.Sequence == lead.Sequence;

    public bool IsIdle => Presence == Presence.Available && Offers.Count == 0 && !HasWork();

    /// <summary>Takes a push.</summary>
    /// <returns>The leads and the offers that the rep has something to do with now.</returns>
    public (IReadOnlyList<Lead> Leads, IReadOnlyList<Ring> Offers) Take(RepPush push)
    {
        switch (push)
        {
            case RepPush.State state:
                return Take(state);
            case RepPush.OfferMade { Lead: { Offer: { } offer } lead }:
                var made = new Ring(lead.Id, offer);
                return ([], Offers.TryAdd(offer.Id, made) ? [made] : []);
            case RepPush.OfferEnded ended:
                Offers.Remove(ended.Offer);
                break;
            case RepPush.LeadUpdated { Lead.IsClosed: true } update:
                Leads.Remove(update.Lead.Id);
                break;
            case RepPush.LeadUpdated update:
                Leads[update.Lead.Id] = update.Lead;
                return ([update.Lead], []);
        }

        return ([], []);
    }

    private bool HasWork()
    {
        foreach (var lead in Leads.Values)
        {
            if (lead.Owner == rep && lead.OwnerTicket is not null)
                return true;
        }

        return false;
    }

    private (IReadOnlyList<Lead> Leads, IReadOnlyList<Ring> Offers) Take(RepPush.State state)
    {
        Presence = state.Rep.Presence;
        Leads.Clear();
        foreach (var lead in state.Leads)
            Leads[lead.Id] = lead;
        foreach (var gone in Offers.Keys.Where(offer => state.Leads.All(lead => lead.Offer?.Id != offer)).ToList())
            Offers.Remove(gone);
        var rings = state.Leads.Where(lead => lead.Offer is not null).Select(lead => new Ring(lead.Id, lead.Offer!)).Where(made => Offers.TryAdd(made.Offer.Id, made)).ToList();
        return ([.. state.Leads.Where(lead => lead.Offer is null)], rings);
    }
}
