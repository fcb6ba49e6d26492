using System.Collections.Concurrent;
using LeadRouter.Contracts;
using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Server.Leads;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Hubs;

/// <summary>
/// Tells the reps' screens what was committed. What a dead screen misses it gets with the next State; the lead's way
/// never waits for it. What is known of a rep and what is sent to the rep change together, under the rep's gate: a State
/// that was put together before an offer was made must not be sent after the offer, or it would take it off the screen.
/// </summary>
internal sealed class RepNotifier(RepDesk desk, IHubContext<RepHub> hub) : ITurnObserver
{
    private readonly ConcurrentDictionary<RepId, byte> _stale = new();
    private readonly ConcurrentDictionary<RepId, Lock> _gates = new();

    public void Committed(CommittedTurn turn)
    {
        switch (turn.After)
        {
            case Rep rep:
                lock (Gate(rep.Id))
                    Committed(turn.Before as Rep, rep);
                break;
            case Lead lead:
                var before = turn.Before as Lead;
                if ((RepDesk.Holder(before) ?? RepDesk.Holder(lead)) is not { } one)
                    break;
                var other = RepDesk.Holder(lead) ?? one;
                // Always in the same order, so that nobody waits for each other; one and the same gate may be entered twice.
                var inOrder = one.CompareTo(other) <= 0;
                lock (Gate(inOrder ? one : other))
                lock (Gate(inOrder ? other : one))
                    Committed(before, lead, turn.Events);
                break;
        }
    }

    /// <summary>Sends a screen that has just opened all there is, and from then on what changes: news that came before the State would be about a screen of an earlier connection.</summary>
    public Task GreetAsync(RepId rep, string connection)
    {
        lock (Gate(rep))
            return Task.WhenAll(hub.Clients.Client(connection).SendAsync("State", desk.State(rep)), hub.Groups.AddToGroupAsync(connection, rep.Value));
    }

    /// <summary>Sends all there is to the screens of the reps whose counters or holds have changed since the last call.</summary>
    public void Refresh()
    {
        foreach (var rep in _stale.Keys)
        {
            lock (Gate(rep))
            {
                _stale.TryRemove(rep, out _);
                Send(rep, "State", desk.State(rep));
            }
        }
    }

    /// <summary>The counters of the day of these reps have changed: the rep's own turns say nothing of that.</summary>
    public void Counted(IReadOnlyCollection<RepId> reps)
    {
        foreach (var rep in reps.Where(desk.Knows))
            _stale[rep] = 0;
    }

    private void Committed(Rep? before, Rep rep)
    {
        desk.See(rep);
        if (before is null || before.Presence != rep.Presence || before.PresenceReason != rep.PresenceReason || before.Profile != rep.Profile)
            Send(rep.Id, "State", desk.State(rep.Id));
        else
            _stale[rep.Id] = 0;
    }

    private void Committed(Lead? before, Lead lead, IReadOnlyList<Happening> events)
    {
        desk.See(before, lead);
        foreach (var happening in events)
            Tell(lead, (LeadEvent)happening.Data);
        Update(before, lead);
    }

    private Lock Gate(RepId rep) => _gates.GetOrAdd(rep, _ => new Lock());

    private void Tell(Lead lead, LeadEvent happened)
    {
        switch (happened)
        {
            case LeadOffered e when lead.Offer?.Id == e.OfferId:
                Send(e.RepId, "OfferMade", RepDesk.Offer(lead));
                break;
            case OfferAccepted e:
                Send(e.RepId, "OfferEnded", new OfferEndedDto(e.OfferId.Value, "accepted"));
                break;
            case OfferEnded e:
                Send(e.RepId, "OfferEnded", new OfferEndedDto(e.OfferId.Value, LeadMapper.Name(e.Why)));
                break;
            case ReminderSent e when RepDesk.Reminder(lead) is { } reminder:
                Send(e.RepId, "Reminder", reminder);
                break;
        }
    }

    private void Update(Lead? before, Lead lead)
    {
        // A closed lead goes a last time to who closed it; one that was moved away is gone with that rep's next State.
        var holder = lead.IsClosed ? lead.Owner : RepDesk.Holder(lead);
        if (holder is { } rep && lead.Offer is null)
            Send(rep, "LeadUpdated", LeadMapper.ToDto(lead));
        if (RepDesk.Holder(before) is { } old && old != holder)
            Send(old, "State", desk.State(old));
    }

    private void Send(RepId rep, string method, object body) => _ = hub.Clients.Group(rep.Value).SendAsync(method, body);
}
