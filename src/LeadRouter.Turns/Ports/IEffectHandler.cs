namespace LeadRouter.Turns.Ports;

/// <summary>Carries out messages that leave the engine. At least once: it asks the sender before doing what must not be done twice.</summary>
public interface IEffectHandler
{
    /// <summary>The kind of address whose messages it takes.</summary>
    string Kind { get; }

    /// <summary>Carries out one message. An exception means that it is tried again later.</summary>
    Task HandleAsync(Message message, CancellationToken cancel);
}
