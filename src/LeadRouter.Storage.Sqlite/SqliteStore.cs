using LeadRouter.Storage.Sqlite.Reading;
using LeadRouter.Storage.Sqlite.Writing;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Storage.Sqlite;

/// <summary>
/// The embedded store: actors, journal and documents in one SQLite file, <c>leadrouter.db</c>. Writes share transactions and
/// their fsync (ADR 0002); reads have their own connections. One process at a time opens a data folder.
/// </summary>
public sealed class SqliteStore : IEngineStore, IDocumentStore, IStoreSignal, IAsyncDisposable
{
    private readonly OpenedStore _opened;

    private SqliteStore(OpenedStore opened) => _opened = opened;

    /// <summary>Opens the store, creating the folder and the database when they are missing and migrating an older one.</summary>
    /// <exception cref="StoreOpenException">The folder is taken or not writable, the database is damaged or newer than this program.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static Task<SqliteStore> OpenAsync(SqliteStoreOptions options, TimeProvider time, ILogger? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        return Task.Run(() => new SqliteStore(OpenedStore.Open(options, time, log)));
    }

    /// <summary>Called after each commit on the writer's thread: how many writes shared it, and how long it took. Must be quick.</summary>
    public Action<int, TimeSpan>? Committed
    {
        get => _opened.Writer.Committed;
        set => _opened.Writer.Committed = value;
    }

    /// <summary>Size of the write-ahead log now.</summary>
    public long WalBytes => new FileInfo(_opened.DatabaseFile + "-wal") is { Exists: true } wal ? wal.Length : 0;

    /// <inheritdoc />
    public bool IsHealthy => _opened.Health.IsHealthy;

    /// <inheritdoc />
    public string? Trouble => _opened.Health.Trouble;

    /// <inheritdoc />
    public ValueTask<StoredActor?> LoadAsync(ActorId id, CancellationToken cancel) =>
        _opened.Reads.ReadAsync(s => ActorReads.Load(s, id), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, StoredActor>> LoadManyAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        StoreLimits.CheckKeys(keys);
        return _opened.Reads.ReadManyAsync(s => ActorReads.LoadMany(s, kind, keys), cancel);
    }

    /// <inheritdoc />
    public Task CommitAsync(TurnWrite write, CancellationToken cancel)
    {
        StoreLimits.Check(write);
        return _opened.Writer.WriteAsync(new TurnRequest(write, cancel));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<IndexEntry>> ReadIndexAsync(string index, CancellationToken cancel) =>
        _opened.Reads.ReadManyAsync(s => IndexReads.Entries(s, index), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ListIndexesAsync(string prefix, CancellationToken cancel) =>
        _opened.Reads.ReadManyAsync(s => IndexReads.Names(s, prefix), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(OutboxKey? after, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _opened.Reads.ReadManyAsync(s => ActorReads.Outbox(s, after, limit), cancel);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OutboxMessage>> ReadOutboxOfAsync(ActorId from, CancellationToken cancel) =>
        _opened.Reads.ReadManyAsync(s => ActorReads.OutboxOf(s, from), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<DueActor>> ReadDueAsync(DateTimeOffset until, CancellationToken cancel) =>
        _opened.Reads.ReadManyAsync(s => ActorReads.Due(s, until), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ListKeysAsync(string kind, CancellationToken cancel) =>
        _opened.Reads.ReadManyAsync(s => ActorReads.Keys(s, kind), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(ActorId id, CancellationToken cancel) =>
        _opened.Reads.ReadManyAsync(s => JournalReads.OfActor(s, id), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredEvent>> ReadJournalAsync(long afterPosition, DateTimeOffset since, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _opened.Reads.ReadManyAsync(s => JournalReads.Page(s, afterPosition, since, limit), cancel);
    }

    /// <inheritdoc />
    public Task<long> LastPositionAsync(CancellationToken cancel) => _opened.Reads.ReadAsync(JournalReads.Last, cancel).AsTask();

    /// <inheritdoc />
    public Task<int> ErasePersonalAsync(ActorId id, CancellationToken cancel) =>
        _opened.Writer.WriteAsync(new ErasePersonalRequest(id, cancel));

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> FindLeadsAsync(LeadQuery query, CancellationToken cancel)
    {
        StoreLimits.Check(query);
        return _opened.Reads.ReadManyAsync(s => LeadSearch.Find(s, query), cancel);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OpenLead>> ReadOpenLeadsAsync(string? afterLeadId, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _opened.Reads.ReadManyAsync(s => OpenLeadReads.Page(s, afterLeadId, limit), cancel);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OpenLead>> FindOpenLeadsAsync(IReadOnlyCollection<string> leadIds, CancellationToken cancel)
    {
        StoreLimits.CheckKeys(leadIds);
        return _opened.Reads.ReadManyAsync(s => OpenLeadReads.Find(s, leadIds), cancel);
    }

    /// <inheritdoc />
    public Task<long> WaitAsync(long seen, TimeSpan atMost, CancellationToken cancel) => _opened.Writer.Signal.WaitAsync(seen, atMost, cancel);

    /// <inheritdoc />
    public ValueTask<StoredDocument?> GetAsync(string collection, string key, CancellationToken cancel) =>
        _opened.Reads.ReadAsync(s => DocumentReads.Get(s, collection, key), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredDocument>> ListAsync(string collection, CancellationToken cancel) =>
        _opened.Reads.ReadManyAsync(s => DocumentReads.List(s, collection), cancel);

    /// <inheritdoc />
    public Task<long?> PutAsync(string collection, string key, byte[] value, long? expectedVersion, CancellationToken cancel)
    {
        StoreLimits.CheckDocument(collection, key, value);
        return _opened.Writer.WriteAsync(new PutDocumentRequest(collection, key, value, expectedVersion, cancel));
    }

    /// <inheritdoc />
    public Task<bool> DeleteAsync(string collection, string key, CancellationToken cancel) =>
        _opened.Writer.WriteAsync(new DeleteDocumentRequest(collection, key, cancel));

    /// <summary>Writes what waits, empties the write-ahead log and gives the folder back. What comes later is refused.</summary>
    public ValueTask DisposeAsync() => _opened.DisposeAsync();
}
