using System.Collections.Concurrent;
using LeadRouter.Contracts;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>Everything the world saw of the server: answers and messages, never its insides. Safe for many threads.</summary>
internal sealed class Witness
{
    private readonly ConcurrentDictionary<string, (OfferDto Offer, string RepId)> _ringing = new();
    private readonly ConcurrentDictionary<string, byte> _offers = new();
    private readonly Lock _lock = new();
    private readonly List<DateTimeOffset> _rang = [];
    private TaskCompletionSource<DateTimeOffset>? _nextOffer;

    /// <summary>
    /// When the server had no excuse: it was up, it ran, and its disk worked. Between those spans it was killed or starting,
    /// suspended, out of disk or slowed down, by the test.
    /// </summary>
    public Spans Calm { get; } = new();

    /// <summary>When no byte of the disk was free.</summary>
    public Spans DiskFull { get; } = new();

    public ConcurrentQueue<Post> Posts { get; } = new();

    public ConcurrentQueue<AcceptSeen> Accepts { get; } = new();

    /// <summary>Dispositions that were answered ok.</summary>
    public ConcurrentQueue<(string LeadId, string RepId, string Disposition)> Completed { get; } = new();

    public ConcurrentQueue<Absence> Absences { get; } = new();

    /// <summary>What was wrong at first sight.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public int OffersSeen => _offers.Count;

    public int Reconnects;

    /// <summary>Posts that were answered 503.</summary>
    public int TurnedAway;

    public void Blame(string violation) => Violations.Enqueue(violation);

    /// <summary>An offer stands on a rep's screen.</summary>
    public void Offered(OfferDto offer, string repId)
    {
        _offers[offer.OfferId] = 0;
        _ringing[offer.OfferId] = (offer, repId);
    }

    /// <summary>An offer was made just now.</summary>
    public void Rang()
    {
        TaskCompletionSource<DateTimeOffset>? waiting;
        lock (_lock)
        {
            _rang.Add(DateTimeOffset.UtcNow);
            (waiting, _nextOffer) = (_nextOffer, null);
        }

        waiting?.TrySetResult(DateTimeOffset.UtcNow);
    }

    /// <summary>The longest time between two instants in which no offer was made.</summary>
    public TimeSpan LongestPause(DateTimeOffset from, DateTimeOffset to)
    {
        lock (_lock)
        {
            DateTimeOffset[] instants = [from, .. _rang.Where(at => at > from && at < to), to];
            return instants.Zip(instants.Skip(1), (one, next) => next - one).Max();
        }
    }

    /// <summary>When the next offer is made; what a State shows of older ones does not count.</summary>
    public Task<DateTimeOffset> NextOffer()
    {
        lock (_lock)
            return (_nextOffer ??= new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    /// <summary>An offer that rings at another rep, for who wants to try and take it.</summary>
    public OfferDto? OfferOfAnother(string repId)
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var (offerId, _) in _ringing.Where(seen => seen.Value.Offer.ExpiresAt <= now))
            _ringing.TryRemove(offerId, out _);
        return _ringing.Values.FirstOrDefault(seen => seen.RepId != repId).Offer;
    }
}

/// <summary>An AcceptOffer and its answer; a null <paramref name="Reply"/> was lost with the connection.</summary>
internal sealed record AcceptSeen(string OfferId, string LeadId, string RepId, HubReply? Reply);

/// <summary>A State of a rep did not show what the rep had seen before: an offer, or (without <paramref name="OfferId"/>) a lead of the rep's own. It must have ended by then.</summary>
internal sealed record Absence(string RepId, string LeadId, string? OfferId, DateTimeOffset ServerTime);
