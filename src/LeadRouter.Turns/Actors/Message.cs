namespace LeadRouter.Turns.Actors;

/// <summary>What actors send each other: plain, serialisable, immutable.</summary>
public abstract record Message;

/// <summary>A message that wants an answer. Only the outside asks; actors tell.</summary>
/// <typeparam name="TReply">The answer's type.</typeparam>
public abstract record Ask<TReply> : Message;

/// <summary>Asking this twice is as good as once: an ask whose answer was lost with a server is asked again.</summary>
public interface IRepeatable;

/// <summary>Wakes an actor: something may be due. Late, twice or without cause changes nothing twice.</summary>
public sealed record Wake : Message;
