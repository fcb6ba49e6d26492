using LeadRouter.Domain;
using LeadRouter.Domain.Routing;
using LeadRouter.Engine.Json;
using LeadRouter.Engine.Ports;

namespace LeadRouter.Engine.Queues;

/// <summary>A queue's book, and the index entries that it was last compared with: what has not changed is not read again.</summary>
internal sealed class QueueState(int ageingSecondsPerPoint)
{
    private Dictionary<LeadId, byte[]> _leads = [];
    private Dictionary<RepId, byte[]> _reps = [];

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
        _reps = Take(reps, _reps, RepId.From, Book.Knows, entry => Book.See(EngineJson.Read<RepStatus>(entry), member: true));
        _leads = Take(waiting, _leads, LeadId.From, Book.Knows, entry => Book.Wait(EngineJson.Read<WaitingLead>(entry), ageingSecondsPerPoint));
        Book.Retain(_leads.ContainsKey, _reps.ContainsKey);
    }

    private static Dictionary<TId, byte[]> Take<TId>(IReadOnlyList<IndexEntry> entries, Dictionary<TId, byte[]> known, Func<string, TId> id, Func<TId, bool> isThere, Action<byte[]> read) where TId : notnull
    {
        var taken = new Dictionary<TId, byte[]>(entries.Count);
        foreach (var entry in entries)
        {
            var key = id(entry.Key);
            taken[key] = entry.Value;
            if (!isThere(key) || !known.TryGetValue(key, out var before) || !before.AsSpan().SequenceEqual(entry.Value))
                read(entry.Value);
        }

        return taken;
    }
}
