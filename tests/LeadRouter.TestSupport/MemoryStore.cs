using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.TestSupport;

/// <summary>A store in memory that keeps every promise of <see cref="IEngineStore"/>, and breaks them on demand the way a disk would.</summary>
public sealed class MemoryStore : IEngineStore, IStoreSignal
{
    private readonly CommitSignal _signal = new(TimeProvider.System);
    private readonly Lock _lock = new();
    private readonly MemoryTables _tables;
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _failing;
    private int _losing;
    private int _commits;
    private int _reads;
    private int _crashAfter = int.MaxValue;
    private bool _acknowledgeLast;

    /// <summary>An empty store.</summary>
    public MemoryStore() : this(new MemoryTables()) { }

    private MemoryStore(MemoryTables tables) => _tables = tables;

    /// <summary>Commits that became durable.</summary>
    public int Commits
    {
        get
        {
            lock (_lock)
                return _commits;
        }
    }

    /// <summary>Reads that were answered.</summary>
    public int Reads
    {
        get
        {
            lock (_lock)
                return _reads;
        }
    }

    /// <summary>Every write and every load fails while it is set.</summary>
    public bool IsDown { get; set; }

    /// <summary>Awaited before each commit: a slow disk, or a gate.</summary>
    public Func<TurnWrite, Task>? BeforeCommit { get; set; }

    /// <summary>Runs before each load; what it throws the host gets.</summary>
    public Action<ActorId>? BeforeLoad { get; set; }

    /// <summary>Awaited when the deadlines have been read, before they are given: a slow read.</summary>
    public Func<Task>? AfterReadDue { get; set; }

    /// <summary>Ends when the crash of <see cref="CrashAfter"/> has happened.</summary>
    public Task Crashed => _crashed.Task;

    public bool IsHealthy => Trouble is null;

    public string? Trouble { get; private set; }

    /// <summary>The next commits fail; nothing of them is written.</summary>
    public void FailNext(int commits)
    {
        lock (_lock)
            _failing = commits;
    }

    /// <summary>The next commits become durable and are answered with an error all the same.</summary>
    public void LoseAnswers(int commits)
    {
        lock (_lock)
            _losing = commits;
    }

    /// <summary>
    /// The process dies at a commit, counted from now: that one becomes durable, no later one does. Whether its turn
    /// still hears of it and acts decides <paramref name="acknowledged"/>.
    /// </summary>
    public void CrashAfter(int commits, bool acknowledged)
    {
        lock (_lock)
        {
            _crashAfter = _commits + commits;
            _acknowledgeLast = acknowledged;
        }
    }

    /// <summary>A store with what is durable now: what the next process finds.</summary>
    public MemoryStore Snapshot()
    {
        lock (_lock)
            return new MemoryStore(_tables.Copy());
    }

    public ValueTask<StoredActor?> LoadAsync(ActorId id, CancellationToken cancel)
    {
        BeforeLoad?.Invoke(id);
        return new(Read(tables => tables.Actors.TryGetValue(id, out var row) ? row.Actor : null));
    }

    public Task<IReadOnlyDictionary<string, StoredActor>> LoadManyAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        StoreLimits.CheckKeys(keys);
        return Task.FromResult(Read<IReadOnlyDictionary<string, StoredActor>>(tables => keys.Distinct()
            .Where(key => tables.Actors.ContainsKey(new ActorId(kind, key))).ToDictionary(key => key, key => tables.Actors[new ActorId(kind, key)].Actor)));
    }

    public async Task CommitAsync(TurnWrite write, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        // Like a disk, it never answers on the caller's own stack.
        await Task.Yield();
        if (BeforeCommit is { } before)
            await before(write);
        lock (_lock)
        {
            if (IsDown || _commits >= _crashAfter || _failing > 0)
            {
                _failing = Math.Max(0, _failing - 1);
                Trouble = "The store was told to fail.";
                throw new StoreUnavailableException(Trouble);
            }

            StoreLimits.Check(write);
            _tables.Apply(write);
            _signal.Give();
            Trouble = null;
            if (_losing > 0)
            {
                _commits++;
                _losing--;
                throw new StoreUnavailableException("The answer was lost.");
            }

            if (++_commits < _crashAfter)
                return;
            _crashed.TrySetResult();
            if (!_acknowledgeLast)
                throw new StoreUnavailableException("The process is dead.");
        }
    }

    public Task<IReadOnlyList<IndexEntry>> ReadIndexAsync(string index, CancellationToken cancel) =>
        Rows(tables => tables.Indexes.TryGetValue(index, out var entries) ? entries.Select(entry => new IndexEntry(entry.Key, entry.Value)) : []);

    public Task<IReadOnlyList<string>> ListIndexesAsync(string prefix, CancellationToken cancel) =>
        Rows(tables => tables.Indexes.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)));

    public Task<IReadOnlyList<OutboxMessage>> ReadOutboxAsync(OutboxKey? after, int limit, CancellationToken cancel) =>
        Rows(tables => tables.OutboxAfter(after).Take(limit));

    public Task<IReadOnlyList<OutboxMessage>> ReadOutboxOfAsync(ActorId from, CancellationToken cancel) =>
        Rows(tables => tables.Outbox.Values.Where(row => row.Key.From == from));

    public async Task<IReadOnlyList<DueActor>> ReadDueAsync(DateTimeOffset until, CancellationToken cancel)
    {
        var due = await Rows(tables => tables.Actors.Where(row => row.Value.DueAt <= until).OrderBy(row => row.Value.DueAt).Select(row => new DueActor(row.Key, row.Value.DueAt!.Value)));
        if (AfterReadDue is { } after)
            await after();
        return due;
    }

    public Task<IReadOnlyList<string>> ListKeysAsync(string kind, CancellationToken cancel) =>
        Rows(tables => tables.Actors.Keys.Where(id => id.Kind == kind).Select(id => id.Key));

    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(ActorId id, CancellationToken cancel) =>
        Rows(tables => tables.Journal.Where(happened => happened.Id == id).OrderBy(happened => happened.Sequence));

    public Task<IReadOnlyList<StoredEvent>> ReadJournalAsync(long afterPosition, DateTimeOffset since, int limit, CancellationToken cancel) =>
        Rows(tables => tables.Journal.Where(happened => happened.Position > afterPosition && happened.At >= since).Take(limit));

    public Task<long> LastPositionAsync(CancellationToken cancel) => Task.FromResult(Read(tables => (long)tables.Journal.Count));

    public Task<int> ErasePersonalAsync(ActorId id, CancellationToken cancel) => Task.FromResult(Read(tables => tables.ErasePersonal(id)));

    public Task<IReadOnlyList<string>> FindLeadsAsync(LeadQuery query, CancellationToken cancel)
    {
        StoreLimits.Check(query);
        return Rows(tables => tables.Leads.Values.Where(row => Matches(row, query))
            .OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.LeadId, StringComparer.Ordinal)
            .Take(query.Limit).Select(row => row.LeadId));
    }

    public Task<IReadOnlyList<OpenLead>> ReadOpenLeadsAsync(string? afterLeadId, int limit, CancellationToken cancel) =>
        Rows(tables => tables.Leads.Values.Where(row => row.Live is not null && string.CompareOrdinal(row.LeadId, afterLeadId) > 0)
            .OrderBy(row => row.LeadId, StringComparer.Ordinal).Take(limit).Select(row => new OpenLead(row.LeadId, row.Live!)));

    public Task<IReadOnlyList<OpenLead>> FindOpenLeadsAsync(IReadOnlyCollection<string> leadIds, CancellationToken cancel)
    {
        StoreLimits.CheckKeys(leadIds);
        return Rows(tables => tables.Leads.Values.Where(row => row.Live is not null && leadIds.Contains(row.LeadId)).Select(row => new OpenLead(row.LeadId, row.Live!)));
    }

    public Task<long> WaitAsync(long seen, TimeSpan atMost, CancellationToken cancel) => _signal.WaitAsync(seen, atMost, cancel);

    private static bool Matches(LeadRow row, LeadQuery query) =>
        (query.State ?? row.State) == row.State
        && (query.Queue ?? row.Queue) == row.Queue
        && (query.Source ?? row.Source) == row.Source
        && (query.Campaign ?? row.Campaign) == row.Campaign
        && (query.Open ?? row.Open) == row.Open
        && (query.Rep is not { } rep || row.Owner == rep || row.OfferedTo == rep)
        && (query.Texts.Count == 0 || query.Texts.Any(text => new[] { row.Name, row.Phone, row.Email }.Any(field => field?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)))
        && (query.Before is not { } before || row.ReceivedAt < before.ReceivedAt
            || (row.ReceivedAt == before.ReceivedAt && string.CompareOrdinal(row.LeadId, before.LeadId) < 0));

    private Task<IReadOnlyList<T>> Rows<T>(Func<MemoryTables, IEnumerable<T>> read) => Task.FromResult<IReadOnlyList<T>>(Read<T[]>(tables => [.. read(tables)]));

    private T Read<T>(Func<MemoryTables, T> read)
    {
        lock (_lock)
        {
            if (IsDown)
                throw new StoreUnavailableException("The store was told to fail.");
            _reads++;
            return read(_tables);
        }
    }
}
