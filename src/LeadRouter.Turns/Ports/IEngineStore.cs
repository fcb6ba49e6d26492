using LeadRouter.Turns.Actors;

namespace LeadRouter.Turns.Ports;

/// <summary>Where actors live when they are not in memory, and the journal of what happened. All methods are safe to call from many threads.</summary>
public interface IEngineStore
{
    /// <summary>The stored state of an actor, or null when it has never been written.</summary>
    ValueTask<StoredActor?> LoadAsync(ActorId id, CancellationToken cancel);

    /// <summary>
    /// Writes one turn: state, events, outbox and index in one transaction. Completes when it is durable.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be made durable: disk full, read-only, too many waiting. Nothing of it was written as far as the store knows; an answer lost at the commit may say so of a write that is durable.</exception>
    /// <exception cref="VersionConflictException">The actor has another version than the turn was decided on; the same holds.</exception>
    Task CommitAsync(TurnWrite write, CancellationToken cancel);

    /// <summary>All entries of an index, in the order of their keys (ordinal).</summary>
    Task<IReadOnlyList<IndexEntry>> ReadIndexAsync(string index, CancellationToken cancel);

    /// <summary>Names of the indexes that start with the prefix and have at least one entry.</summary>
    Task<IReadOnlyList<string>> ListIndexesAsync(string prefix, CancellationToken cancel);

    /// <summary>Messages that were written and not yet consumed, by (sender, sequence); at most <paramref name="limit"/> after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(OutboxKey? after, int limit, CancellationToken cancel);

    /// <summary>Every actor with a due instant.</summary>
    Task<IReadOnlyList<DueActor>> ReadDueAsync(CancellationToken cancel);

    /// <summary>Ids of all stored actors of a kind.</summary>
    Task<IReadOnlyList<string>> ListKeysAsync(string kind, CancellationToken cancel);

    /// <summary>The events of one actor, oldest first.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(ActorId id, CancellationToken cancel);

    /// <summary>The journal: events with a position above <paramref name="afterPosition"/>, at or after <paramref name="since"/>, in commit order; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadJournalAsync(long afterPosition, DateTimeOffset since, int limit, CancellationToken cancel);

    /// <summary>
    /// Erases the personal data of every event of an actor, for good; the events stay. Completes when that is durable;
    /// gives the number of events that had any.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be made durable.</exception>
    Task<int> ErasePersonalAsync(ActorId id, CancellationToken cancel);

    /// <summary>Finds leads by their index fields, newest first.</summary>
    Task<IReadOnlyList<string>> FindLeadsAsync(LeadQuery query, CancellationToken cancel);

    /// <summary>Whether writes are believed to work now. Turns false by a failed write and true again by a probe or a write that worked.</summary>
    bool IsHealthy { get; }

    /// <summary>Why <see cref="IsHealthy"/> is false, else null.</summary>
    string? Trouble { get; }
}

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

/// <summary>The searchable fields of a lead.</summary>
public sealed record LeadRow(string LeadId, string State, string Queue, string? Owner, string? OfferedTo, string? Source, string? Campaign, string? Name, string? Phone, string? Email, DateTimeOffset ReceivedAt, bool Open);

/// <summary>A search. Fields that are null do not restrict. Pages go by <see cref="Before"/>, newest first.</summary>
public sealed record LeadQuery
{
    public string? State { get; init; }
    public string? Queue { get; init; }
    /// <summary>Leads owned by or offered to this rep.</summary>
    public string? Rep { get; init; }
    public string? Source { get; init; }
    public string? Campaign { get; init; }
    /// <summary>Part of a name, phone or e-mail; case ignored.</summary>
    public string? Text { get; init; }
    public bool? Open { get; init; }
    /// <summary>Only leads that come after this one in (receivedAt, leadId) descending order.</summary>
    public (DateTimeOffset ReceivedAt, string LeadId)? Before { get; init; }
    /// <summary>1 to 500.</summary>
    public int Limit { get; init; } = 50;
}
