namespace LeadRouter.Turns.Ports;

/// <summary>Where actors live when they are not in memory, and the journal of what happened. All methods are safe to call from many threads.</summary>
public interface IEngineStore
{
    /// <summary>The stored state of an actor, or null when it has never been written.</summary>
    ValueTask<StoredActor?> LoadAsync(ActorId id, CancellationToken cancel);

    /// <summary>The stored states of actors of one kind by their keys, at most 1,000 at once; those never written are absent.</summary>
    Task<IReadOnlyDictionary<string, StoredActor>> LoadManyAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken cancel);

    /// <summary>
    /// Writes one turn: state, events, outbox and index in one transaction. Completes when it is durable.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be made durable: disk full, read-only, too many waiting. Nothing of it was written as far as the store knows; an answer lost at the commit may say so of a write that is durable.</exception>
    /// <exception cref="VersionConflictException">The actor has another version than the turn was decided on; the same holds.</exception>
    /// <exception cref="MessageGoneException">The message that the turn consumes is not in the outbox any more, and the turn writes more than that: somebody else has handled it. Nothing was written.</exception>
    Task CommitAsync(TurnWrite write, CancellationToken cancel);

    /// <summary>All entries of an index, in the order of their keys (ordinal).</summary>
    Task<IReadOnlyList<IndexEntry>> ReadIndexAsync(string index, CancellationToken cancel);

    /// <summary>Names of the indexes that start with the prefix and have at least one entry.</summary>
    Task<IReadOnlyList<string>> ListIndexesAsync(string prefix, CancellationToken cancel);

    /// <summary>Messages that were written and not yet consumed, by (sender, sequence); at most <paramref name="limit"/> after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(OutboxKey? after, int limit, CancellationToken cancel);

    /// <summary>Messages of one sender that were written and not yet consumed, by sequence.</summary>
    Task<IReadOnlyList<OutboxMessage>> ReadOutboxOfAsync(ActorId from, CancellationToken cancel);

    /// <summary>Every actor that is due at or before an instant, the earliest first.</summary>
    Task<IReadOnlyList<DueActor>> ReadDueAsync(DateTimeOffset until, CancellationToken cancel);

    /// <summary>Ids of all stored actors of a kind.</summary>
    Task<IReadOnlyList<string>> ListKeysAsync(string kind, CancellationToken cancel);

    /// <summary>The events of one actor, oldest first.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(ActorId id, CancellationToken cancel);

    /// <summary>The journal: events with a position above <paramref name="afterPosition"/>, at or after <paramref name="since"/>, in commit order; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadJournalAsync(long afterPosition, DateTimeOffset since, int limit, CancellationToken cancel);

    /// <summary>The last position of the journal; 0 when it is empty.</summary>
    Task<long> LastPositionAsync(CancellationToken cancel);

    /// <summary>
    /// Erases the personal data of every event of an actor, for good; the events stay. Completes when that is durable;
    /// gives the number of events that had any.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be made durable.</exception>
    Task<int> ErasePersonalAsync(ActorId id, CancellationToken cancel);

    /// <summary>Finds leads by their index fields, newest first.</summary>
    Task<IReadOnlyList<string>> FindLeadsAsync(LeadQuery query, CancellationToken cancel);

    /// <summary>What the board needs of open leads, by id: at most <paramref name="limit"/> after <paramref name="afterLeadId"/>. Reads no states.</summary>
    Task<IReadOnlyList<OpenLead>> ReadOpenLeadsAsync(string? afterLeadId, int limit, CancellationToken cancel);

    /// <summary>The same of those of these leads that are open; at most 1,000 at once, in no order.</summary>
    Task<IReadOnlyList<OpenLead>> FindOpenLeadsAsync(IReadOnlyCollection<string> leadIds, CancellationToken cancel);

    /// <summary>Whether writes are believed to work now. Turns false by a failed write and true again by a probe or a write that worked.</summary>
    bool IsHealthy { get; }

    /// <summary>Why <see cref="IsHealthy"/> is false, else null.</summary>
    string? Trouble { get; }
}
