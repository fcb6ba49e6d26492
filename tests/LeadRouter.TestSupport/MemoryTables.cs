using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.TestSupport;

/// <summary>What a store would have on disk. Not safe for many threads: <see cref="MemoryStore"/> sees to that.</summary>
internal sealed class MemoryTables
{
    public Dictionary<ActorId, (StoredActor Actor, DateTimeOffset? DueAt)> Actors { get; private init; } = [];

    public List<StoredEvent> Journal { get; private init; } = [];

    public SortedDictionary<OutboxKey, OutboxMessage> Outbox { get; private init; } = new(ByKey);

    public Dictionary<string, SortedDictionary<string, byte[]>> Indexes { get; private init; } = [];

    public Dictionary<string, LeadRow> Leads { get; private init; } = [];

    private HashSet<(ActorId Id, long Sequence)> Written { get; init; } = [];

    private static Comparer<OutboxKey> ByKey { get; } = Comparer<OutboxKey>.Create((a, b) =>
    {
        var byKind = string.CompareOrdinal(a.From.Kind, b.From.Kind);
        var byFrom = byKind != 0 ? byKind : string.CompareOrdinal(a.From.Key, b.From.Key);
        return byFrom != 0 ? byFrom : a.Sequence.CompareTo(b.Sequence);
    });

    /// <summary>The same rows again: values are never changed in place, so they can be shared.</summary>
    public MemoryTables Copy() => new()
    {
        Actors = new(Actors),
        Journal = [.. Journal],
        Outbox = new(Outbox, ByKey),
        Indexes = Indexes.ToDictionary(index => index.Key, index => new SortedDictionary<string, byte[]>(index.Value, StringComparer.Ordinal)),
        Leads = new(Leads),
        Written = [.. Written],
    };

    /// <summary>Where a page that follows <paramref name="after"/> begins.</summary>
    public IEnumerable<OutboxMessage> OutboxAfter(OutboxKey? after) =>
        Outbox.Values.SkipWhile(row => after is { } key && ByKey.Compare(row.Key, key) <= 0);

    /// <summary>Applies a turn whole, or throws before anything is changed.</summary>
    public void Apply(TurnWrite write)
    {
        Check(write);
        WriteActor(write);
        foreach (var happened in write.Events)
        {
            Written.Add((write.Id, happened.Sequence));
            Journal.Add(new StoredEvent(Journal.Count + 1, write.Id, happened.Sequence, happened.At.ToUniversalTime(), happened.Type, happened.Data, happened.Personal));
        }

        if (write.Consumed is { } consumed)
            Outbox.Remove(consumed);
        foreach (var message in write.Outbox)
            Outbox.Add(message.Key, message);
        foreach (var change in write.Index)
            Apply(change);
        if (write.LeadRow is { } row && !write.Delete)
            Leads[row.LeadId] = row;
    }

    /// <summary>Erases what is personal in an actor's events; gives how many events that were.</summary>
    public int ErasePersonal(ActorId id)
    {
        var erased = 0;
        for (var i = 0; i < Journal.Count; i++)
        {
            if (Journal[i].Id != id || Journal[i].Personal is null)
                continue;
            Journal[i] = Journal[i] with { Personal = null };
            erased++;
        }

        return erased;
    }

    private void Check(TurnWrite write)
    {
        var version = Actors.TryGetValue(write.Id, out var known) ? known.Actor.Version : 0;
        if (version != write.ExpectedVersion)
            throw new VersionConflictException($"{write.Id} has version {version}; the turn was decided on {write.ExpectedVersion}.");
        if (write.Events.Any(happened => Written.Contains((write.Id, happened.Sequence))) || write.Events.DistinctBy(happened => happened.Sequence).Count() != write.Events.Count)
            throw new VersionConflictException($"An event of {write.Id} has been written before.");
        if (write.Consumed is { } consumed && !Outbox.ContainsKey(consumed) && write.WritesMore)
            throw new MessageGoneException($"{write.Id} consumes a message that is gone.");
        if (write.Outbox.Any(message => Outbox.ContainsKey(message.Key) && message.Key != write.Consumed))
            throw new VersionConflictException($"A message of {write.Id} has been written before.");
    }

    private void WriteActor(TurnWrite write)
    {
        if (write.Delete)
        {
            Actors.Remove(write.Id);
            if (write.Id.Kind == ActorKinds.Lead)
                Leads.Remove(write.Id.Key);
        }
        else if (write.State is { } state)
        {
            Actors[write.Id] = (new StoredActor(write.ExpectedVersion + 1, write.OutboxSequence, state), write.DueAt?.ToUniversalTime());
        }
    }

    private void Apply(IndexChange change)
    {
        if (!Indexes.TryGetValue(change.Index, out var entries))
            Indexes.Add(change.Index, entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal));
        if (change.Value is { } value)
            entries[change.Key] = value;
        else
            entries.Remove(change.Key);
        if (entries.Count == 0)
            Indexes.Remove(change.Index);
    }
}
