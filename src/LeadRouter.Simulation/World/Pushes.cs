using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;

namespace LeadRouter.Simulation.World;

/// <summary>What the server sends to a rep's screen; the same words as the rep hub's.</summary>
internal abstract record Push;

internal sealed record OfferMade(LeadId Lead, Lease Offer) : Push;

internal sealed record OfferOver(OfferId Offer, string Why) : Push;

internal sealed record LeadUpdated(Lead Lead) : Push;

/// <summary>Everything on the screen.</summary>
internal sealed record FullState(Rep Rep, IReadOnlyList<Lead> Leads) : Push;

/// <summary>What became of a request, as its sender heard it.</summary>
internal enum Heard
{
    /// <summary>Answered.</summary>
    Answer,

    /// <summary>Turned away: nothing was done.</summary>
    Unavailable,

    /// <summary>No answer came: it may have been done.</summary>
    Lost,
}
