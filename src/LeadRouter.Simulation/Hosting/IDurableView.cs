namespace LeadRouter.Simulation.Hosting;

/// <summary>What a host reads from its store. A test may put a forgetful one in between: the checkers have to notice.</summary>
public interface IDurableView
{
    /// <summary>An actor's state, its version and its last outbox sequence; null when it was never written.</summary>
    (object? State, long Version, long OutboxSequence)? Load(IActor actor, ActorId id);

    /// <summary>The messages written and not consumed, by sequence.</summary>
    IReadOnlyList<Sent> Outbox();

    /// <summary>Every actor with a due instant.</summary>
    IReadOnlyList<DueActor> Due();

    /// <summary>Keys of the stored actors of a kind.</summary>
    IReadOnlyList<string> Keys(string kind);

    /// <summary>Entries of an index.</summary>
    IReadOnlyList<IndexEntry> Index(string index);

    /// <summary>Names of the indexes with this prefix that have an entry.</summary>
    IReadOnlyList<string> Indexes(string prefix);
}
