using System.Collections.Concurrent;
using System.Threading.Channels;
using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Scenarios;

/// <summary>Reps who accept and close what rings, seen through the observer as a hub would. Who is turned away comes again.</summary>
internal sealed class Crowd
{
    /// <summary>The deadlines' timer and the sweep's: when more are armed, a message sleeps until it is tried again.</summary>
    private const int TimersOfTheHost = 2;

    /// <summary>Some 20,000 turns have to be computed, beside other tests and on whatever machine; nothing is measured by it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Half of what an offer rings.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(10);

    private readonly Channel<Lead> _rings = Channel.CreateUnbounded<Lead>();
    private readonly Centre _centre;
    private readonly int _capacity;
    private readonly Task[] _reps;
    private int _rung;
    private int _answered;
    private int _missed;
    private int _turnedAway;

    public Crowd(Centre centre, EngineOptions? options = null)
    {
        _centre = centre;
        _capacity = (options ?? new EngineOptions()).TotalCapacity;
        centre.Log.OnTurn = Take;
        _reps = [.. Enumerable.Range(0, 16).Select(_ => WorkAsync())];
    }

    /// <summary>How often each lead was accepted.</summary>
    public ConcurrentDictionary<LeadId, int> Accepted { get; } = new();

    public ConcurrentDictionary<LeadId, LeadStatus> Closed { get; } = new();

    /// <summary>Offers that nobody answered in time.</summary>
    public int Missed => Volatile.Read(ref _missed);

    /// <summary>Answers for which the host had no room.</summary>
    public int TurnedAway => Volatile.Read(ref _turnedAway);

    /// <summary>
    /// Lets time pass until the crowd has closed everything; the reps act on their own. Time keeps within
    /// <see cref="Ahead"/> of the last moment at which nothing was under way: however slowly this machine gets to the
    /// reps, no offer expires before its rep has answered. Only a message that sleeps after a failed write may need more.
    /// </summary>
    public Task EndAsync(int leads)
    {
        var still = _centre.Time.GetUtcNow();
        return Eventually.NothingMissingAsync(async () =>
        {
            await FailIfAnybodyDiedAsync();
            var now = _centre.Time.GetUtcNow();
            if (IsStill())
                still = now;
            if (now - still < Ahead || _centre.Time.Armed > TimersOfTheHost)
                _centre.Time.Advance(Step);
            return Closed.Count == leads ? null
                : $"{Closed.Count} of {leads} leads are closed; it is {now:T}, nothing was under way at {still:T}, {_centre.Host.Pending} messages wait, "
                    + $"{_rung - _answered} rings are unanswered, {Missed} offers were missed, {TurnedAway} answers were turned away";
        }, Patience);
    }

    public Task StopAsync()
    {
        _rings.Writer.Complete();
        return Task.WhenAll(_reps);
    }

    /// <summary>Throws what a rep died of: else all that is seen of it is that nobody answers any more.</summary>
    private Task FailIfAnybodyDiedAsync() => _reps.FirstOrDefault(rep => rep.IsFaulted) ?? Task.CompletedTask;

    /// <summary>
    /// No message waits or is being handled, and nobody has yet to answer. Rings are counted within the turn that
    /// rings, answers after theirs: if the counts agree on both sides of the look at the host, all was still at once.
    /// </summary>
    private bool IsStill()
    {
        var answered = Volatile.Read(ref _answered);
        return _centre.Host.Pending == 0 && Volatile.Read(ref _rung) == answered;
    }

    private void Take(CommittedTurn turn)
    {
        if (turn.After is not Lead lead)
            return;
        if (turn.Events.Any(recorded => recorded.Data is OfferAccepted))
            Accepted.AddOrUpdate(lead.Id, 1, (_, owners) => owners + 1);
        if (turn.Events.Any(recorded => recorded.Data is OfferEnded { Why: OfferEnd.Missed }))
            Interlocked.Increment(ref _missed);
        if (lead.IsClosed)
            Closed[lead.Id] = lead.Status;
        else if (lead.Offer is not null || lead.Status == LeadStatus.Owned)
            Ring(lead);
    }

    private void Ring(Lead lead)
    {
        Interlocked.Increment(ref _rung);
        _rings.Writer.TryWrite(lead);
    }

    private async Task WorkAsync()
    {
        await foreach (var lead in _rings.Reader.ReadAllAsync())
        {
            if (!await AnswerAsync(lead))
                Ring(lead);
            Interlocked.Increment(ref _answered);
        }
    }

    /// <summary>False when nothing was done and the rep has to try again.</summary>
    private async Task<bool> AnswerAsync(Lead lead)
    {
        LeadCommand command = lead.Offer is { } offer
            ? new AcceptOffer(offer.Id, offer.Rep)
            : new CompleteLead(lead.Owner!.Value, "notInterested", null, null, null);
        try
        {
            await _centre.AskAsync(lead.Id, command);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
        catch (OverloadedException)
        {
            Interlocked.Increment(ref _turnedAway);
            await Eventually.TrueAsync(() => _centre.Host.Pending < _capacity, "the host stays full");
            return false;
        }
    }
}
