using System.Security.Cryptography;
using LeadRouter.Storage.Postgres.Reading;
using LeadRouter.Storage.Postgres.Schema;
using LeadRouter.Storage.Postgres.Writing;
using LeadRouter.Turns.Actors;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LeadRouter.Storage.Postgres;

/// <summary>Actors, journal and documents in PostgreSQL, shared by several processes (ADR 0006).</summary>
public sealed class PostgresStore : IEngineStore, IDocumentStore, IDocumentJournal, IStoreSignal, IAsyncDisposable
{
    private const string EventColumns =
        "SELECT e.position, e.kind, e.key, e.sequence, e.at, e.type, e.data, p.data FROM events e LEFT JOIN personal p USING (kind, key, sequence)";

    private static readonly TimeSpan StartPause = TimeSpan.FromMilliseconds(500);

    private readonly Pools _pools;
    private readonly StoreHealth _health;
    private readonly CommitSignal _signal;
    private readonly GroupCommitWriter _writer;
    private readonly Listener _listener;
    private readonly Reads _reads;
    private readonly Documents _documents;
    private readonly PostgresStoreOptions _options;
    private readonly TimeProvider _time;
    private Claim? _claim;

    private PostgresStore(Pools pools, PostgresStoreOptions options, TimeProvider time, ILogger log)
    {
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        (_options, _time) = (options, time);
        _pools = pools;
        _health = new StoreHealth(log);
        _signal = new CommitSignal(time);
        _writer = new GroupCommitWriter(pools, _health, _signal, name, options, time);
        _listener = new Listener(options, _signal, pools, name, time, log);
        _reads = new Reads(pools.Readers, pools);
        _documents = new Documents(_reads, new Reads(pools.Documents, pools), _signal, name);
    }

    /// <summary>Opens the store, creating the schema when it is missing and migrating an older one.</summary>
    /// <exception cref="StoreOpenException">The server cannot be reached or refuses, does not wait for its disk, or the schema is newer than this program.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static async Task<PostgresStore> OpenAsync(PostgresStoreOptions options, TimeProvider time, ILogger log, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(log);
        options.Validate();
        var pools = new Pools(options);
        try
        {
            var version = await MigrateAsync(pools, options, time, log, cancel).ConfigureAwait(false);
            Log.Opened(log, version);
            return new PostgresStore(pools, options, time, log);
        }
        catch (Exception e)
        {
            await pools.DisposeAsync().ConfigureAwait(false);
            if (e is not NpgsqlException) throw;
            throw new StoreOpenException($"{StoreHealth.Unavailable(e).Message} Check the server, the connection string and the rights of its user.", e);
        }
    }

    private static async Task<int> MigrateAsync(Pools pools, PostgresStoreOptions options, TimeProvider time, ILogger log, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return await Migrator.MigrateAsync(pools.Readers, options.Schema, cancel).ConfigureAwait(false);
            }
            catch (NpgsqlException e) when (e.IsTransient && time.GetElapsedTime(began) < TimeSpan.FromSeconds(options.StartSeconds))
            {
                if (isFirst) Log.Waits(log, options.StartSeconds);
                await Task.Delay(StartPause, time, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Says that this process uses the store until it ends: on its own, or as one of a cluster.</summary>
    /// <param name="cluster">The cluster's id; null: on its own.</param>
    /// <exception cref="StoreOpenException">Somebody uses it who does not go with that.</exception>
    public async Task ClaimAsync(string? cluster, CancellationToken cancel) => _claim = await Claim.TakeAsync(_options, cluster, _time, cancel).ConfigureAwait(false);

    /// <inheritdoc />
    public bool IsHealthy => _health.Trouble is null;

    /// <inheritdoc />
    public string? Trouble => _health.Trouble;

    /// <inheritdoc />
    public async ValueTask<StoredActor?> LoadAsync(ActorId id, CancellationToken cancel) =>
        await _reads.OneAsync("SELECT version, outbox_sequence, state FROM actors WHERE kind = $1 AND key = $2", Reads.Actor, cancel, id.Kind, id.Key).ConfigureAwait(false);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, StoredActor>> LoadManyAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        StoreLimits.CheckKeys(keys);
        var rows = await _reads.ManyAsync("SELECT version, outbox_sequence, state, key FROM actors WHERE kind = $1 AND key = ANY($2)",
            r => (Key: r.GetString(3), Actor: Reads.Actor(r)), cancel, kind, keys.ToArray()).ConfigureAwait(false);
        return rows.ToDictionary(r => r.Key, r => r.Actor);
    }

    /// <inheritdoc />
    public Task CommitAsync(TurnWrite write, CancellationToken cancel)
    {
        StoreLimits.Check(write);
        return _writer.WriteAsync(write, cancel);
    }

    /// <inheritdoc />
    public async Task<int> ErasePersonalAsync(ActorId id, CancellationToken cancel) =>
        (await _reads.ManyAsync("DELETE FROM personal WHERE kind = $1 AND key = $2 RETURNING sequence", r => r.GetInt64(0), cancel, id.Kind, id.Key).ConfigureAwait(false)).Count;

    /// <inheritdoc />
    public Task<IReadOnlyList<IndexEntry>> ReadIndexAsync(string index, CancellationToken cancel) =>
        _reads.ManyAsync("SELECT key, value FROM index_entries WHERE name = $1 ORDER BY key", r => new IndexEntry(r.GetString(0), (byte[])r[1]), cancel, index);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ListIndexesAsync(string prefix, CancellationToken cancel) =>
        _reads.ManyAsync("SELECT DISTINCT name FROM index_entries WHERE starts_with(name, $1) ORDER BY name", r => r.GetString(0), cancel, prefix);

    /// <inheritdoc />
    public Task<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(OutboxKey? after, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _reads.ManyAsync("""
            SELECT from_kind, from_key, sequence, to_kind, to_key, body FROM outbox
            WHERE (from_kind, from_key, sequence) > ($1, $2, $3) ORDER BY from_kind, from_key, sequence LIMIT $4
            """, Reads.Message, cancel, after?.From.Kind ?? "", after?.From.Key ?? "", after?.Sequence ?? 0L, limit);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OutboxMessage>> ReadOutboxOfAsync(ActorId from, CancellationToken cancel) =>
        _reads.ManyAsync("SELECT from_kind, from_key, sequence, to_kind, to_key, body FROM outbox WHERE from_kind = $1 AND from_key = $2 ORDER BY sequence",
            Reads.Message, cancel, from.Kind, from.Key);

    /// <inheritdoc />
    public Task<IReadOnlyList<DueActor>> ReadDueAsync(DateTimeOffset until, CancellationToken cancel) =>
        _reads.ManyAsync("SELECT kind, key, due_at FROM actors WHERE due_at IS NOT NULL AND due_at <= $1 ORDER BY due_at", Reads.Due, cancel, until.UtcTicks);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ListKeysAsync(string kind, CancellationToken cancel) =>
        _reads.ManyAsync("SELECT key FROM actors WHERE kind = $1 ORDER BY key", r => r.GetString(0), cancel, kind);

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(ActorId id, CancellationToken cancel) =>
        _reads.ManyAsync(EventColumns + " WHERE e.kind = $1 AND e.key = $2 ORDER BY e.sequence", Reads.Event, cancel, id.Kind, id.Key);

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredEvent>> ReadJournalAsync(long afterPosition, DateTimeOffset since, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        // Every event at or after the instant is in its hour or a later one, and no earlier than the first of these hours.
        return _reads.ManyAsync(EventColumns + """
             WHERE e.position > $1 AND e.position >= (SELECT min(first_position) FROM journal_hours WHERE hour >= $2) AND e.at >= $3
             ORDER BY e.position LIMIT $4
            """, Reads.Event, cancel, afterPosition, since.UtcTicks / TimeSpan.TicksPerHour, since.UtcTicks, limit);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> FindLeadsAsync(LeadQuery query, CancellationToken cancel)
    {
        StoreLimits.Check(query);
        var search = LeadSearch.Of(query);
        return _reads.ManyAsync(search.Sql, r => r.GetString(0), cancel, search.Values);
    }

    /// <inheritdoc />
    public Task<long> LastPositionAsync(CancellationToken cancel) =>
        _reads.OneAsync("SELECT coalesce(max(position), 0) FROM events", r => r.GetInt64(0), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<OpenLead>> ReadOpenLeadsAsync(string? afterLeadId, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _reads.ManyAsync($"{Reads.OpenLeads} AND lead_id > $1 ORDER BY lead_id LIMIT $2", Reads.OpenLead, cancel, afterLeadId ?? "", limit);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OpenLead>> FindOpenLeadsAsync(IReadOnlyCollection<string> leadIds, CancellationToken cancel)
    {
        StoreLimits.CheckKeys(leadIds);
        return _reads.ManyAsync($"{Reads.OpenLeads} AND lead_id = ANY($1)", Reads.OpenLead, cancel, [leadIds.ToArray()]);
    }

    /// <inheritdoc />
    public Task<long> WaitAsync(long seen, TimeSpan atMost, CancellationToken cancel) => _signal.WaitAsync(seen, atMost, cancel);

    /// <inheritdoc />
    public ValueTask<StoredDocument?> GetAsync(string collection, string key, CancellationToken cancel) => _documents.GetAsync(collection, key, cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredDocument>> ListAsync(string collection, CancellationToken cancel) => _documents.ListAsync(collection, cancel);

    /// <inheritdoc />
    public Task<long?> PutAsync(string collection, string key, byte[] value, long? expectedVersion, CancellationToken cancel) =>
        _documents.PutAsync(collection, key, value, expectedVersion, cancel);

    /// <inheritdoc />
    public Task<bool> DeleteAsync(string collection, string key, CancellationToken cancel) => _documents.DeleteAsync(collection, key, cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<DocumentChange>> ReadDocumentChangesAsync(long afterRevision, int limit, CancellationToken cancel) =>
        _documents.ChangesAsync(afterRevision, limit, cancel);

    /// <inheritdoc />
    public Task<long> LastRevisionAsync(CancellationToken cancel) => _documents.LastRevisionAsync(cancel);

    /// <summary>Writes what waits and closes the connections. What comes later is refused.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        if (_claim is not null) await _claim.DisposeAsync().ConfigureAwait(false);
        await _listener.DisposeAsync().ConfigureAwait(false);
        await _pools.DisposeAsync().ConfigureAwait(false);
    }
}
