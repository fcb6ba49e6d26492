namespace LeadRouter.Turns.Queues;

/// <summary>A queue's book, and the index entries that it was last compared with: what has not changed is not read again.</summary>
internal sealed class QueueState(int ageingSecondsPerPoint)
{
    private IReadOnlyList<IndexEntry> _waiting = [];
    private IReadOnlyList<IndexEntry> _reps = [];

    public int AgeingSecondsPerPoint => ageingSecondsPerPoint;

    public QueueBook Book { get; } = new();

    /// <summary>When the book is to be compared again.</summary>
    public DateTimeOffset RebuildAt { get; set; }

    /// <summary>
    /// Puts the book right. The indexes are written no later than anything the queue is told of, so what they do not
    /// have is over, and what they have is as new as what the book knows: an entry that is as it was has nothing to say.
    /// </summary>
    public void TakeIndexes(IReadOnlyList<IndexEntry> waiting, IReadOnlyList<IndexEntry> reps)
    {
        foreach (var changed in Changed(_reps, reps))
            Book.Update(StoredJson.Read<RepStatus>(changed.Value), member: true);
        foreach (var changed in Changed(_waiting, waiting))
            Book.Wait(StoredJson.Read<WaitingLead>(changed.Value), ageingSecondsPerPoint);
        (_waiting, _reps) = (waiting, reps);
        // Everything in the indexes is in the book by now: if that is all, nothing has gone.
        if (Book.Count > waiting.Count || Book.Members > reps.Count)
            Book.Retain(Keys<LeadId>(waiting).Contains, Keys<RepId>(reps).Contains);
    }

    /// <summary>
    /// The entries that are new or say something else than before. Both lists are in the order of their keys; one that stood
    /// elsewhere would be read again, no more.
    /// </summary>
    private static IEnumerable<IndexEntry> Changed(IReadOnlyList<IndexEntry> before, IReadOnlyList<IndexEntry> now)
    {
        var at = 0;
        foreach (var entry in now)
        {
            while (at < before.Count && !ReferenceEquals(before[at], entry) && string.CompareOrdinal(before[at].Key, entry.Key) < 0)
                at++;
            if (at == before.Count || !IsSame(before[at], entry))
                yield return entry;
        }
    }

    private static bool IsSame(IndexEntry a, IndexEntry b) => ReferenceEquals(a, b) || (a.Key == b.Key && a.Value.AsSpan().SequenceEqual(b.Value));

    private static HashSet<TId> Keys<TId>(IReadOnlyList<IndexEntry> entries) where TId : struct, ITextId<TId> => [.. entries.Select(entry => TId.From(entry.Key))];
}
