namespace LeadRouter.Turns.Shell;

/// <summary>A message on its way to an actor.</summary>
/// <param name="Asker">Who waits for the answer, for an ask from outside; null for all else.</param>
/// <param name="Consumed">The outbox row that the turn takes away, for a durable message; else null.</param>
public sealed record Mail(Message Message, IAsker? Asker, OutboxKey? Consumed);

/// <summary>Somebody outside who waits for an answer.</summary>
public interface IAsker
{
    /// <summary>Gives the answer; only the first one, or the first refusal, counts.</summary>
    void Answer(object? reply);

    /// <summary>Says that there will be none.</summary>
    void Refuse(Exception why);
}

/// <summary>An asker that awaits a task.</summary>
/// <typeparam name="TReply">The answer's type.</typeparam>
public sealed class Asker<TReply>(TaskCreationOptions options) : TaskCompletionSource<TReply>(options), IAsker
{
    public void Answer(object? reply) => TrySetResult((TReply)reply!);

    public void Refuse(Exception why) => TrySetException(why);
}
