using System.Collections.Concurrent;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>Everything the world saw of the server: answers and messages, never its insides. Safe for many threads.</summary>
internal sealed class Witness
{
    private readonly ConcurrentDictionary<string, (OfferDto Offer, string RepId)> _offers = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource<DateTimeOffset>? _nextOffer;

    public Lives Lives { get; } = new();

    public ConcurrentQueue<Post> Posts { get; } = new();

    public ConcurrentQueue<AcceptSeen> Accepts { get; } = new();

    /// <summary>Dispositions that were answered ok.</summary>
    public ConcurrentQueue<(string LeadId, string RepId, string Disposition)> Completed { get; } = new();

    public ConcurrentQueue<Absence> Absences { get; } = new();

    /// <summary>What was wrong at first sight.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public int OffersSeen => _offers.Count;

    public int Reconnects;

    public void Blame(string violation) => Violations.Enqueue(violation);

    /// <summary>An offer stands on a rep's screen.</summary>
    public void Offered(OfferDto offer, string repId) => _offers[offer.OfferId] = (offer, repId);

    /// <summary>An offer was made just now.</summary>
    public void Rang()
    {
        TaskCompletionSource<DateTimeOffset>? waiting;
        lock (_lock)
            (waiting, _nextOffer) = (_nextOffer, null);
        waiting?.TrySetResult(DateTimeOffset.UtcNow);
    }

    /// <summary>When the next offer is made; what a State shows of older ones does not count.</summary>
    public Task<DateTimeOffset> NextOffer()
    {
        lock (_lock)
            return (_nextOffer ??= new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    /// <summary>An offer that rang at another rep, for who wants to try and take it.</summary>
    public OfferDto? OfferOfAnother(string repId) => _offers.Values.FirstOrDefault(seen => seen.RepId != repId && seen.Offer.ExpiresAt > DateTimeOffset.UtcNow).Offer;
}

/// <summary>An AcceptOffer and its answer; a null <paramref name="Reply"/> was lost with the connection.</summary>
internal sealed record AcceptSeen(string OfferId, string LeadId, string RepId, HubReply? Reply);

/// <summary>A State of a rep did not show what the rep had seen before: an offer, or (without <paramref name="OfferId"/>) a lead of the rep's own. It must have ended by then.</summary>
internal sealed record Absence(string RepId, string LeadId, string? OfferId, DateTimeOffset ServerTime);
