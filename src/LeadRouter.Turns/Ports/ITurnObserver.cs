namespace LeadRouter.Turns.Ports;

/// <summary>
/// Sees every turn after it has become durable, in order per actor and before any turn that follows from it. Must
/// return quickly and must not throw: what a hub or a report does with it happens elsewhere, so that a dead wallboard
/// never slows a lead.
/// </summary>
public interface ITurnObserver
{
    void Committed(CommittedTurn turn);
}

/// <summary>A durable turn.</summary>
/// <param name="Before">The state before; null when the actor was new.</param>
/// <param name="After">The state after; null when the actor is gone.</param>
public readonly record struct CommittedTurn(ActorId Id, object? Before, object? After, IReadOnlyList<RecordedEvent> Events);
