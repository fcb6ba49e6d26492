namespace LeadRouter.Turns.Shell;

/// <summary>What a shell knows of its actor between two messages; a load brings all of it back.</summary>
internal sealed class ActorMemory
{
    /// <summary>The rest is as stored.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>Null: there is no such actor.</summary>
    public object? State { get; set; }

    public long Version { get; set; }

    /// <summary>Of the last message sent.</summary>
    public long OutboxSequence { get; set; }

    public void Take(object? state, long version, long outboxSequence) =>
        (State, Version, OutboxSequence, IsLoaded) = (state, version, outboxSequence, true);

    /// <summary>The state is kept for who rebuilds it, and is loaded again before the next message.</summary>
    public void BeStale() => IsLoaded = false;

    public void Drop() => (State, Version, OutboxSequence, IsLoaded) = (null, 0, 0, false);
}
