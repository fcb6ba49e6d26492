using System.Collections.Concurrent;
using LeadRouter.Contracts;
using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Engine.Ports;
using LeadRouter.Server.Leads;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Hubs;

/// <summary>
/// Tells the reps' screens what was committed. What a dead screen misses it gets with the next State; the lead's way
/// never waits for it.
/// </summary>
internal sealed class RepNotifier(RepDesk desk, IHubContext<RepHub> hub) : ITurnObserver
{
    private readonly ConcurrentDictionary<RepId, byte> _stale = new();

    public void Committed(CommittedTurn turn)
    {
        switch (turn.After)
        {
            case Rep rep:
                desk.See(rep);
                if (turn.Before is not Rep before || before.Presence != rep.Presence || before.PresenceReason != rep.PresenceReason || before.Profile != rep.Profile)
                    Send(rep.Id, "State", desk.State(rep.Id));
                else
                    _stale[rep.Id] = 0;
                break;
            case Lead lead:
                desk.See(turn.Before as Lead, lead);
                foreach (var happening in turn.Events)
                    Tell(lead, (LeadEvent)happening.Data);
                Update(turn.Before as Lead, lead);
                break;
        }
    }

    /// <summary>The reps whose counters or holds have changed since the last call.</summary>
    public IReadOnlyList<RepId> TakeStale()
    {
        var reps = _stale.Keys.ToList();
        foreach (var rep in reps)
            _stale.TryRemove(rep, out _);
        return reps;
    }

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
