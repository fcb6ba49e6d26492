namespace LeadRouter.Turns.Actors;

/// <summary>
/// The rules of one kind of actor, free of any host: a turn is a pure function of state, message and context. A
/// <see cref="Shell.TurnShell"/> loads the state, runs the turn, has its result made durable in one write, and only then lets
/// anything be seen. This is what the shell drives; actors are written against <see cref="IActor{TState}"/>.
/// </summary>
public interface IActor
{
    /// <summary>One of <see cref="ActorKinds"/>.</summary>
    string Kind { get; }

    /// <summary>True for an actor that holds no truth: nothing of it is stored, it is rebuilt from <see cref="Indexes"/>, and messages to it may be lost with the process.</summary>
    bool IsVolatile => false;

    /// <summary>Names of the indexes a volatile actor is rebuilt from.</summary>
    IReadOnlyList<string> Indexes(string key) => [];

    /// <summary>The state of a stored actor; null in, null out: it does not exist yet.</summary>
    object? Restore(byte[]? state);

    /// <summary>The state of a volatile actor, from the entries of its indexes.</summary>
    /// <param name="former">What it was when it asked for this by <see cref="Turn.Reload"/>, to be put right; null: nothing is left of it.</param>
    object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context) =>
        throw new NotSupportedException($"A {Kind} is stored, not rebuilt.");

    /// <summary>The state as it is stored.</summary>
    byte[] Store(object state);

    /// <summary>Number of events applied to the state so far; 0 for none.</summary>
    long Sequence(object? state) => 0;

    /// <summary>Handles one message.</summary>
    Turn Receive(ActorId id, object? state, Message message, TurnContext context);
}

/// <summary>An actor whose state is stored as a <typeparamref name="TState"/>.</summary>
/// <typeparam name="TState">An immutable record of Domain.</typeparam>
public interface IActor<TState> : IActor where TState : class
{
    /// <summary>Handles one message.</summary>
    /// <param name="state">Null: the actor does not exist yet.</param>
    Turn Receive(ActorId id, TState? state, Message message, TurnContext context);

    /// <summary>Number of events applied to the state so far.</summary>
    long Sequence(TState state);

    object? IActor.Restore(byte[]? state) => state is null ? null : StoredJson.Read<TState>(state);

    byte[] IActor.Store(object state) => StoredJson.Write((TState)state);

    long IActor.Sequence(object? state) => state is TState known ? Sequence(known) : 0;

    Turn IActor.Receive(ActorId id, object? state, Message message, TurnContext context) => Receive(id, (TState?)state, message, context);
}
