namespace LeadRouter.Turns.Leads;

/// <summary>An offer's id begins with its lead's, so that whoever holds an offer knows which lead to answer.</summary>
public static class OfferIds
{
    /// <summary>A new offer of the lead.</summary>
    public static OfferId New(LeadId lead, TurnContext context) => new($"{lead.Value}.{context.Ids.NewId(context.Now)}");

    /// <summary>The lead of an offer, or null when the text is no offer's id.</summary>
    public static LeadId? LeadOf(string? offer) =>
        offer?.IndexOf('.', StringComparison.Ordinal) is { } dot and > 0 ? new LeadId(offer[..dot]) : null;
}
