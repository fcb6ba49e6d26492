namespace LeadRouter.Simulation.Checkers;

/// <summary>At most one rep owns a lead: an offer that is over, has expired or was followed by another never wins, and only who last won may act.</summary>
internal sealed class OneOwner(Verdict verdict, ServerClock clock) : Checker(verdict)
{
    private readonly Dictionary<LeadId, Story> _stories = [];

    public override void Offered(Lead lead, Lease offer, RoutingDecision decision) => Rings(lead.Id, offer);

    /// <summary>An offer whose push died with the process is first seen here.</summary>
    public override void ShownState(RepId rep, IReadOnlyList<Lead> leads)
    {
        foreach (var lead in leads)
        {
            if (lead.Offer is { } offer)
                Rings(lead.Id, offer);
        }
    }

    public override void OfferOver(LeadId lead, OfferId offer, string why)
    {
        var story = Of(lead);
        if (story.LastOffer == offer && why != "accepted")
            story.Over = why;
    }

    public override void Accept(RepId rep, LeadId lead, Lease offer, DateTimeOffset sentAt, bool? ok)
    {
        var story = Of(lead);
        if (ok is null)
            story.Perhaps.Add(rep);
        if (ok is not true)
            return;
        if (clock.LowestSince(sentAt) >= offer.ExpiresAt)
            Violated($"{rep} accepted offer {offer.Id} at {sentAt:O}, after its end at {offer.ExpiresAt:O}");
        else if (story.LastOffer != offer.Id)
            Violated($"{rep} accepted offer {offer.Id} of {lead} though {story.LastOffer} came after it");
        else if (story.Over is { } why)
            Violated($"{rep} accepted offer {offer.Id} of {lead}, which was over before ({why})");
        else if (story.Won == offer.Id)
            Violated($"offer {offer.Id} of {lead} was accepted twice");
        story.Won = offer.Id;
        story.Owner = rep;
        story.Perhaps.Clear();
    }

    public override void Acted(RepId rep, LeadId lead, string what)
    {
        var story = Of(lead);
        if (story.Owner != rep && !story.Perhaps.Contains(rep))
            Violated($"{rep} was let {what} {lead}, which {story.Owner?.Value ?? "nobody"} owns");
        story.Owner = rep;
        story.Perhaps.Clear();
    }

    public override void Moved(LeadId lead, bool? ok)
    {
        var story = Of(lead);
        if (ok is not true)
            return;
        story.Owner = null;
        story.Perhaps.Clear();
    }

    public override void Retired(Lead lead) => _stories.Remove(lead.Id);

    private void Rings(LeadId lead, Lease offer)
    {
        var story = Of(lead);
        story.LastOffer = offer.Id;
        story.Over = null;
    }

    private Story Of(LeadId lead)
    {
        if (!_stories.TryGetValue(lead, out var story))
            _stories.Add(lead, story = new Story());
        return story;
    }

    private sealed class Story
    {
        public OfferId? LastOffer { get; set; }

        public string? Over { get; set; }

        public OfferId? Won { get; set; }

        public RepId? Owner { get; set; }

        /// <summary>Whose accept was never answered: it may have won.</summary>
        public HashSet<RepId> Perhaps { get; } = [];
    }
}
