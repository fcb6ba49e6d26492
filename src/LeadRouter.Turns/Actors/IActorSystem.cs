namespace LeadRouter.Turns.Actors;

/// <summary>The way to the actors from outside. Actors themselves only tell, through their outbox.</summary>
public interface IActorSystem
{
    /// <summary>Sends a message and waits for its answer, which comes only after everything it rests on is durable.</summary>
    /// <exception cref="OverloadedException">Too much is waiting; nothing was done. Try again later.</exception>
    /// <exception cref="Ports.StoreUnavailableException">It could not be made durable; nothing was done.</exception>
    Task<TReply> AskAsync<TReply>(ActorId to, Ask<TReply> message, CancellationToken cancel = default);

    /// <summary>Sends a message that may be lost with the process.</summary>
    void Tell(ActorId to, Message message);
}

/// <summary>A mailbox or the whole host is full; nothing was done.</summary>
public sealed class OverloadedException : Exception
{
    public OverloadedException() : base("Too many messages are waiting.") { }
    public OverloadedException(string message) : base(message) { }
    public OverloadedException(string message, Exception inner) : base(message, inner) { }
}
