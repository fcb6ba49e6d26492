namespace LeadRouter.Domain.Leads;

/// <summary>Offers: made, accepted, declined, rescinded. Nothing but the current lease's id, before its expiry, can accept.</summary>
internal static class OfferRules
{
    internal static LeadDecision Offer(Lead lead, OfferLead command, LeadContext context)
    {
        if (IsHeldBy(lead, command.RepId, command.Ticket))
            return LeadDecision.Nothing;
        // A match made before the lead last came to wait is void: it was ended, declined or moved by a supervisor since.
        if (lead.Status != LeadStatus.Waiting || command.Decision.LeadSequence < lead.QueuedSequence)
            return LeadDecision.Refuse("lead_not_waiting", "The lead is not waiting any more.");
        var expiresAt = context.Now.AddSeconds(context.Rules(lead).OfferSeconds);
        return LeadDecision.Of(new LeadOffered(command.OfferId, command.RepId, command.Ticket, expiresAt, command.Decision) { At = context.Now });
    }

    internal static LeadDecision Accept(Lead lead, AcceptOffer command, LeadContext context)
    {
        if (lead.Offer is not { } offer || offer.Id != command.OfferId)
            return lead.Owner == command.RepId && lead.Status == LeadStatus.Owned
                ? LeadDecision.Refuse("offer_already_accepted", "You have this lead already.")
                : LeadDecision.Refuse("offer_gone", "This offer is over; the next one will ring.");
        if (offer.Rep != command.RepId)
            return LeadDecision.Refuse("offer_not_yours", "This offer rings at another rep.");
        if (context.Now >= offer.ExpiresAt)
            return LeadDecision.Refuse("offer_expired", "The offer has expired; the next one will ring.");
        var attemptBy = new Deadline(DeadlineKind.AttemptBy, context.Now.AddSeconds(context.Rules(lead).AttemptBySeconds));
        return LeadDecision.Of(new OfferAccepted(offer.Id, command.RepId, attemptBy) { At = context.Now });
    }

    internal static LeadDecision Decline(Lead lead, DeclineOffer command, LeadContext context)
    {
        if (lead.Offer is not { } offer || offer.Id != command.OfferId)
            return LeadDecision.Refuse("offer_gone", "This offer is over already.");
        return offer.Rep != command.RepId
            ? LeadDecision.Refuse("offer_not_yours", "This offer rings at another rep.")
            : End(lead, OfferEnd.Declined, QueueReason.OfferDeclined, command.Reason, context);
    }

    internal static LeadDecision Rescind(Lead lead, RescindOffer command, LeadContext context) =>
        lead.Offer is { } offer && offer.Rep == command.RepId && offer.Ticket == command.Ticket
            ? End(lead, OfferEnd.Rescinded, QueueReason.OfferRescinded, command.Reason, context)
            : LeadDecision.Nothing;

    private static bool IsHeldBy(Lead lead, RepId rep, long ticket) => lead.Offer is { } open
        ? open.Rep == rep && open.Ticket == ticket
        : lead.Owner == rep && lead.OwnerTicket == ticket;

    /// <summary>Ends the open offer and puts the lead back in its queue, as old as it was.</summary>
    internal static LeadDecision End(Lead lead, OfferEnd why, QueueReason reason, string? text, LeadContext context)
    {
        var offer = lead.Offer!;
        var pass = why == OfferEnd.Rescinded ? null : new Pass(offer.Rep, context.Now.AddSeconds(context.Rules(lead).OfferAgainSeconds));
        var preferred = lead.Preferred is { } preference && preference.Rep != offer.Rep ? preference : null;
        return LeadDecision.Of(
            new OfferEnded(offer.Id, offer.Rep, why, text, pass) { At = context.Now },
            LeadDecider.Queue(lead, reason, lead.DueSince, preferred, context));
    }
}
