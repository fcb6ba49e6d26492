using System.Runtime.InteropServices;
using LeadRouter.Domain;
using LeadRouter.Domain.Routing;
using LeadRouter.Engine.Json;
using LeadRouter.Engine.Ports;

namespace LeadRouter.Engine.Queues;

/// <summary>A queue's book, and the index entries that it was last compared with: what has not changed is not read again.</summary>
internal sealed class QueueState(int ageingSecondsPerPoint)
{
    private readonly Dictionary<LeadId, Known> _leads = [];
    private readonly Dictionary<RepId, Known> _reps = [];
    private int _look;

    public int AgeingSecondsPerPoint => ageingSecondsPerPoint;

    public QueueBook Book { get; } = new();

    /// <summary>When the book is to be compared again.</summary>
    public DateTimeOffset RebuildAt { get; set; }

    /// <summary>
    /// Puts the book right. The indexes are written no later than anything the queue is told of, so what they do not
    /// have is over, and what they have is as new as what the book knows.
    /// </summary>
    public void TakeIndexes(IReadOnlyList<IndexEntry> waiting, IReadOnlyList<IndexEntry> reps)
    {
        _look++;
        Take(reps, _reps, Book.Knows, entry => Book.See(EngineJson.Read<RepStatus>(entry), member: true));
        Take(waiting, _leads, Book.Knows, entry => Book.Wait(EngineJson.Read<WaitingLead>(entry), ageingSecondsPerPoint));
        // Everything in the indexes is in the book by now: if that is all, nothing has gone.
        if (Book.Count > _leads.Count || Book.Members > _reps.Count)
            Book.Retain(_leads.ContainsKey, _reps.ContainsKey);
    }

    private void Take<TId>(IReadOnlyList<IndexEntry> entries, Dictionary<TId, Known> known, Func<TId, bool> isThere, Action<byte[]> read) where TId : struct, ITextId<TId>
    {
        foreach (var entry in entries)
        {
            var key = TId.From(entry.Key);
            ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out _);
            if (!before.Is(entry.Value) || !isThere(key))
                read(entry.Value);
            before = new Known(entry.Value, _look);
        }

        if (known.Count == entries.Count)
            return;
        foreach (var (key, seen) in known)
        {
            if (seen.Look != _look)
                known.Remove(key);
        }
    }

    /// <summary>An entry as it was read.</summary>
    /// <param name="Look">The last comparison that found it.</param>
    private readonly record struct Known(byte[]? Value, int Look)
    {
        public bool Is(byte[] value) => ReferenceEquals(Value, value) || (Value is not null && Value.AsSpan().SequenceEqual(value));
    }
}
