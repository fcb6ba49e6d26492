namespace LeadRouter.Turns.Ports;

/// <summary>An actor as stored.</summary>
/// <param name="Version">Number of writes so far, from 1.</param>
/// <param name="OutboxSequence">The last sequence the actor gave to an outgoing message.</param>
/// <param name="State">UTF-8 JSON.</param>
public sealed record StoredActor(long Version, long OutboxSequence, byte[] State);

/// <summary>One turn of an actor, to be written whole or not at all.</summary>
public sealed record TurnWrite
{
    public required ActorId Id { get; init; }
    /// <summary>The version the turn was decided on; 0 when the actor was new. The write stores <c>ExpectedVersion + 1</c>; when <see cref="State"/> and <see cref="Delete"/> are absent the version stays.</summary>
    public required long ExpectedVersion { get; init; }
    public long OutboxSequence { get; init; }
    /// <summary>UTF-8 JSON; null leaves the stored state (and its due instant) as it is.</summary>
    public byte[]? State { get; init; }
    /// <summary>Removes the actor's row (its events stay).</summary>
    public bool Delete { get; init; }
    /// <summary>The actor's earliest deadline, stored with the state.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public IReadOnlyList<EventWrite> Events { get; init; } = [];
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];
    /// <summary>The outbox message that this turn consumed: removed in the same transaction.</summary>
    public OutboxKey? Consumed { get; init; }
    public IReadOnlyList<IndexChange> Index { get; init; } = [];
    /// <summary>For a lead: its searchable fields, replaced as a whole.</summary>
    public LeadRow? LeadRow { get; init; }

    /// <summary>Whether it writes anything besides taking away what it <see cref="Consumed"/>.</summary>
    public bool WritesMore => State is not null || Delete || Events.Count + Outbox.Count + Index.Count > 0 || LeadRow is not null;
}

/// <summary>An event to append. <paramref name="Sequence"/> counts from 1 in its actor.</summary>
/// <param name="Personal">UTF-8 JSON of its personal members, kept beside the journal where it can be erased; null when it has none.</param>
public sealed record EventWrite(long Sequence, DateTimeOffset At, string Type, byte[] Data, byte[]? Personal = null);

/// <summary>An event of the journal.</summary>
/// <param name="Position">Its place in the journal, rising in commit order.</param>
/// <param name="Personal">Its personal members; null when it has none or they were erased.</param>
public sealed record StoredEvent(long Position, ActorId Id, long Sequence, DateTimeOffset At, string Type, byte[] Data, byte[]? Personal = null);

/// <summary>Identity of an outgoing message: its sender and the sender's own sequence.</summary>
public readonly record struct OutboxKey(ActorId From, long Sequence);

/// <summary>A message on its way. <paramref name="Body"/> is UTF-8 JSON with its type.</summary>
public sealed record OutboxMessage(OutboxKey Key, ActorId To, byte[] Body);

/// <summary>Sets (or, with a null value, removes) one entry of an index.</summary>
public sealed record IndexChange(string Index, string Key, byte[]? Value);

/// <summary>An entry of an index. <paramref name="Value"/> is UTF-8 JSON.</summary>
public sealed record IndexEntry(string Key, byte[] Value);

/// <summary>An actor that wants to be woken.</summary>
public readonly record struct DueActor(ActorId Id, DateTimeOffset At);
