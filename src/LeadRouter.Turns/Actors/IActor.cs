using LeadRouter.Turns.Ports;

namespace LeadRouter.Turns.Actors;

/// <summary>
/// The rules of one kind of actor, free of any host: a turn is a pure function of state, message and context. A host
/// loads the state, runs the turn, makes its result durable in one write, and only then lets anything be seen.
/// </summary>
public interface IActor
{
    /// <summary>One of <see cref="ActorKinds"/>.</summary>
    string Kind { get; }

    /// <summary>True for an actor that holds no truth: nothing of it is stored, it is rebuilt from <see cref="Indexes"/>, and messages to it may be lost with the process.</summary>
    bool IsVolatile { get; }

    /// <summary>Names of the indexes a volatile actor is rebuilt from.</summary>
    IReadOnlyList<string> Indexes(string key);

    /// <summary>The state of a stored actor; null in, null out: it does not exist yet.</summary>
    object? Restore(byte[]? state);

    /// <summary>The state of a volatile actor, from the entries of its indexes.</summary>
    /// <param name="former">What it was when it asked for this by <see cref="Turn.Reload"/>, to be put right; null: nothing is left of it.</param>
    object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context);

    /// <summary>The state as it is stored.</summary>
    byte[] Store(object state);

    /// <summary>Number of events applied to the state so far; 0 for none.</summary>
    long Sequence(object? state);

    /// <summary>Handles one message.</summary>
    Turn Receive(ActorId id, object? state, Message message, TurnContext context);
}
