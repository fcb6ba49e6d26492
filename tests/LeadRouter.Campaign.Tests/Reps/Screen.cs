using LeadRouter.Campaign.Tests.World;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.Reps;

/// <summary>
/// What the rep sees, put together from the hub's messages as the web app does it. Checks at once what can be checked at
/// once: never more than the capacity, and a State that leaves out what was there has to be explained by the lead's timeline.
/// </summary>
internal sealed class Screen(string repId, int capacity, Witness world)
{
    private readonly Dictionary<string, OfferDto> _offers = [];
    private readonly Dictionary<string, LeadDto> _leads = [];

    /// <summary>The leads of the rep's own that take up capacity.</summary>
    public IReadOnlyList<LeadDto> Worked => [.. _leads.Values.Where(IsWorked)];

    public void Show(RepStateDto state)
    {
        foreach (var offer in _offers.Values.Where(offer => state.Offers.All(shown => shown.OfferId != offer.OfferId)))
            world.Absences.Enqueue(new Absence(repId, offer.Lead.LeadId, offer.OfferId, state.ServerTime));
        foreach (var lead in _leads.Values.Where(lead => state.Leads.All(shown => shown.LeadId != lead.LeadId)))
            world.Absences.Enqueue(new Absence(repId, lead.LeadId, null, state.ServerTime));
        _offers.Clear();
        foreach (var offer in state.Offers)
            _offers.Add(offer.OfferId, offer);
        _leads.Clear();
        foreach (var lead in state.Leads)
            _leads.Add(lead.LeadId, lead);
        if (state.ActiveLeads > capacity)
            world.Blame($"Capacity: rep {repId} has {state.ActiveLeads} active leads and room for {capacity}.");
        CheckCapacity("State");
    }

    public void Show(OfferDto offer)
    {
        _offers[offer.OfferId] = offer;
        CheckCapacity("OfferMade");
    }

    public void End(string offerId) => _offers.Remove(offerId);

    public void Show(LeadDto lead)
    {
        if (lead.Owner == repId && lead.ClosedAt is null)
            _leads[lead.LeadId] = lead;
        else
            _leads.Remove(lead.LeadId);
        CheckCapacity("LeadUpdated");
    }

    /// <summary>Owned, and not put off until later.</summary>
    public bool IsWorked(LeadDto lead) => lead.Owner == repId && lead.ClosedAt is null
        && (lead.State is "owned" or "reached" || (lead.State == "attempting" && lead.Deadlines.All(deadline => deadline.Kind != "nextAttempt")));

    private void CheckCapacity(string message)
    {
        var held = _offers.Values.Select(offer => $"{offer.Lead.LeadId} offered").Concat(Worked.Select(lead => $"{lead.LeadId} {lead.State}")).ToList();
        if (held.Count > capacity)
            world.Blame($"Capacity: after {message} rep {repId} sees {held.Count} leads and has room for {capacity}: {string.Join(", ", held)}.");
    }
}
