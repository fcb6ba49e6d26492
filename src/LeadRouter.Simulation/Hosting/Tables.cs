using LeadRouter.Turns.Stored;

namespace LeadRouter.Simulation.Hosting;

/// <summary>One turn on its way to the disk; states and messages stay objects, and go through JSON now and then when they are read again.</summary>
internal sealed record DurableWrite(ActorId Id, long ExpectedVersion, Turn? Turn, IReadOnlyList<Sent> Outbox, long OutboxSequence, OutboxKey? Consumed)
{
    public DurableWrite(DecidedTurn decided) : this(decided.Id, decided.ExpectedVersion, decided.Turn, decided.Outbox, decided.OutboxSequence, decided.Consumed)
    {
    }

    /// <summary>Whether it writes anything besides taking away what it <see cref="Consumed"/>.</summary>
    public bool WritesMore => Outbox.Count > 0 || Turn is { } turn && (turn.Changes || turn.Events.Count + turn.Index.Count > 0 || turn.LeadRow is not null);
}

/// <summary>What is on the disk.</summary>
internal sealed class Tables : IDurableView
{
    /// <summary>States never change, so that most loads can do without the way through JSON: it is the dearest step of all, and a campaign makes millions of loads.</summary>
    private const int JsonEvery = 4;

    private readonly Dictionary<ActorId, Row> _rows = [];
    private readonly Dictionary<long, Sent> _outbox = [];
    private readonly Dictionary<string, IndexTable> _indexes = [];
    private readonly Dictionary<string, Row> _openLeads = [];
    private readonly Dictionary<string, LeadRow> _leadRows = [];
    private readonly List<Row> _reps = [];
    private int _loads;

    public Journal Events { get; } = new();

    /// <summary>Is told of a write that no store would take: the invariant, and what was seen.</summary>
    public Action<string, string>? Broken { get; set; }

    /// <summary>Is told of every event that became durable, in commit order: the journal.</summary>
    public Action<ActorId, RecordedEvent>? Journal { get; set; }

    /// <summary>Is told of every state that became durable, and (null) of every one that was removed.</summary>
    public Action<ActorId, object?, DateTimeOffset?>? Stored { get; set; }

    /// <summary>Sequences of the messages that are on their way.</summary>
    public IReadOnlyCollection<long> OutboxSequences => _outbox.Keys;

    /// <summary>Whether a message is on its way.</summary>
    public bool Holds(OutboxKey message) => _outbox.ContainsKey(message.Sequence);

    /// <summary>The leads that are not closed, with their deadlines.</summary>
    public IEnumerable<(Lead Lead, DateTimeOffset? DueAt)> OpenLeads => _openLeads.Values.Select(row => ((Lead)row.State, row.DueAt));

    /// <summary>What the search finds of each lead.</summary>
    public IReadOnlyDictionary<string, LeadRow> LeadRows => _leadRows;

    /// <summary>Every rep; none is ever removed.</summary>
    public IEnumerable<Rep> Reps => _reps.Select(row => (Rep)row.State);

    /// <summary>Every lead that is stored.</summary>
    public IEnumerable<Lead> Leads => _rows.Values.Select(row => row.State).OfType<Lead>();

    /// <summary>The stored object itself, for readers that change nothing.</summary>
    public (object? State, DateTimeOffset? DueAt)? Peek(ActorId id) => _rows.TryGetValue(id, out var row) ? (row.State, row.DueAt) : null;

    public (object? State, long Version, long OutboxSequence)? Load(IActor actor, ActorId id)
    {
        if (!_rows.TryGetValue(id, out var row))
            return null;
        var state = _loads++ % JsonEvery == 0 ? actor.Restore(actor.Store(row.State)) : row.State;
        return (state, row.Version, row.OutboxSequence);
    }

    public IReadOnlyList<Sent> Outbox() =>
        [.. _outbox.Values.OrderBy(row => row.Key.Sequence).Select(row => row with { Message = StoredJson.Read<Message>(StoredJson.Write(row.Message)) })];

    public IReadOnlyList<DueActor> Due() => [.. _rows.Where(row => row.Value.DueAt is not null).Select(row => new DueActor(row.Key, row.Value.DueAt!.Value))];

    public IReadOnlyList<string> Keys(string kind) => [.. _rows.Keys.Where(id => id.Kind == kind).Select(id => id.Key)];

    public IReadOnlyList<IndexEntry> Index(string index) => _indexes.TryGetValue(index, out var table) ? table.Entries : [];

    /// <summary>Whether an index has an entry.</summary>
    public bool IsIndexed(string index, string key) => _indexes.TryGetValue(index, out var table) && table.Has(key);

    public IReadOnlyList<string> Indexes(string prefix) => [.. _indexes.Where(index => !index.Value.IsEmpty && index.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(index => index.Key)];

    /// <summary>Applies a write whole; false, and nothing is written, when the message that it consumes is gone and it writes more than that.</summary>
    public bool Apply(DurableWrite write)
    {
        if (write.Consumed is { } gone && !_outbox.ContainsKey(gone.Sequence) && write.WritesMore)
            return false;
        if (write.Turn is { } turn)
            Apply(write, turn);
        if (write.Consumed is { } consumed)
            _outbox.Remove(consumed.Sequence);
        for (var i = 0; i < write.Outbox.Count; i++)
            _outbox.Add(write.Outbox[i].Key.Sequence, write.Outbox[i]);
        return true;
    }

    /// <summary>Removes the leads that were closed before an instant, and the contacts who have not been heard of since; returns the leads.</summary>
    public IReadOnlyList<Lead> TakeOver(DateTimeOffset before)
    {
        var leads = _rows.Values.Select(row => row.State).OfType<Lead>().Where(lead => lead.ClosedAt < before).ToList();
        foreach (var lead in leads)
        {
            _rows.Remove(new ActorId(ActorKinds.Lead, lead.Id.Value));
            _leadRows.Remove(lead.Id.Value);
        }

        foreach (var (id, _) in _rows.Where(row => row.Value.State is Contact { OpenLead: null } contact && contact.Answers.All(answer => answer.ReceivedAt < before)).ToList())
            _rows.Remove(id);
        return leads;
    }

    private void Apply(DurableWrite write, Turn turn)
    {
        var row = _rows.GetValueOrDefault(write.Id);
        var version = row?.Version ?? 0;
        if (version != write.ExpectedVersion)
        {
            // A store of the product would refuse it; here nobody else writes, so that it is the shell that is wrong.
            Broken?.Invoke("Fenced", $"{write.Id} has version {version}; the turn was decided on {write.ExpectedVersion}.");
            return;
        }

        if (turn.Delete)
            _rows.Remove(write.Id);
        else if (turn.Changes && turn.State is { } state)
            row = Save(write, row, state, turn.DueAt);
        Events.Append(write.Id, turn);
        for (var i = 0; i < turn.Index.Count; i++)
            Apply(turn.Index[i]);
        if (turn.LeadRow is { } search)
            Apply(search, row!);
        for (var i = 0; i < turn.Events.Count; i++)
            Journal?.Invoke(write.Id, turn.Events[i]);
        if (turn.Changes)
            Stored?.Invoke(write.Id, turn.Delete ? null : turn.State, turn.DueAt);
    }

    private void Apply(LeadRow search, Row row)
    {
        _leadRows[search.LeadId] = search;
        if (search.Open)
            _openLeads[search.LeadId] = row;
        else
            _openLeads.Remove(search.LeadId);
    }

    private Row Save(DurableWrite write, Row? row, object state, DateTimeOffset? dueAt)
    {
        if (row is null)
        {
            _rows.Add(write.Id, row = new Row { State = state });
            if (state is Rep)
                _reps.Add(row);
        }

        row.State = state;
        row.Version++;
        row.OutboxSequence = write.OutboxSequence;
        row.DueAt = dueAt;
        return row;
    }

    private void Apply(IndexChange change)
    {
        if (!_indexes.TryGetValue(change.Index, out var table))
            _indexes.Add(change.Index, table = new IndexTable());
        table.Apply(change);
    }

    private sealed class Row
    {
        public required object State { get; set; }

        public long Version { get; set; }

        public long OutboxSequence { get; set; }

        public DateTimeOffset? DueAt { get; set; }
    }
}
