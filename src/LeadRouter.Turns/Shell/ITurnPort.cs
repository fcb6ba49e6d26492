namespace LeadRouter.Turns.Shell;

/// <summary>
/// What a shell does with a turn. Nothing here waits: each call is done, or noted for later, when it returns. The host that a
/// grain lives in implements it, and so does the simulator's.
/// </summary>
public interface ITurnPort
{
    /// <summary>The present instant, UTC.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Whether messages to this kind may be lost with the process.</summary>
    bool IsVolatile(string kind);

    /// <summary>A number for an outgoing message, greater than <paramref name="after"/> and than any that this process gave before.</summary>
    long NextSequence(long after);

    /// <summary>Sets, moves or (null) removes an actor's deadline.</summary>
    void SetDeadline(ActorId id, DateTimeOffset? at);

    /// <summary>Shows a durable turn to who watches.</summary>
    void Show(in CommittedTurn turn);

    /// <summary>Brings a durable message to its receiver.</summary>
    void Deliver(OutboxKey key, ActorId to, Message message);

    /// <summary>Brings a message that may be lost with the process.</summary>
    void Tell(ActorId to, Message message);

    /// <summary>A durable message is done with.</summary>
    void Consumed(OutboxKey key);

    /// <summary>An actor could not handle a message: a defect of ours. A durable message stays in the outbox; it is brought again after a pause.</summary>
    void Defect(ActorId id, Mail mail, Exception defect);
}
