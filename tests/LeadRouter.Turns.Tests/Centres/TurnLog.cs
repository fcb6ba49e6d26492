using System.Collections.Concurrent;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Turns.Tests.Centres;

/// <summary>Watches every committed turn and notes what must never be seen.</summary>
public sealed class TurnLog : ITurnObserver
{
    private readonly ConcurrentQueue<string> _violations = new();
    private int _turns;

    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>Turns seen that wrote events.</summary>
    public int Turns => Volatile.Read(ref _turns);

    /// <summary>Runs on every committed turn, on the host's thread.</summary>
    public Action<CommittedTurn>? OnTurn { get; set; }

    public void Committed(CommittedTurn turn)
    {
        Interlocked.Increment(ref _turns);
        if (turn.After is Rep rep && rep.Holds.Count > rep.Profile.Capacity)
            _violations.Enqueue($"Rep {rep.Id} holds {rep.Holds.Count} of {rep.Profile.Capacity}.");
        if (turn.After is Lead { IsClosed: false } lead && lead.Status != LeadStatus.Waiting && lead.Deadlines().Count == 0)
            _violations.Enqueue($"Lead {lead.Id} is {lead.Status} without a deadline.");
        foreach (var accepted in turn.Events.Select(recorded => recorded.Data).OfType<OfferAccepted>())
        {
            if (turn.Before is not Lead { Offer: { } lease, Owner: null } || lease.Id != accepted.OfferId)
                _violations.Enqueue($"Offer {accepted.OfferId} was accepted though it was not the lease.");
        }

        OnTurn?.Invoke(turn);
    }
}
