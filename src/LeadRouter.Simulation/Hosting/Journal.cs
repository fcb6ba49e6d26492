using LeadRouter.Domain.Boards;
using LeadRouter.Turns.Views;

namespace LeadRouter.Simulation.Hosting;

/// <summary>The journal on the disk: the events of leads and reps in commit order. Those of days long gone are left out of memory.</summary>
internal sealed class Journal
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);
    private readonly List<Page> _pages = [];

    /// <summary>The position of the last event.</summary>
    public long Last { get; private set; }

    public void Append(ActorId id, Turn turn)
    {
        if (turn.State is not (Lead or Rep))
            return;
        for (var i = 0; i < turn.Events.Count; i++)
            Append(new JournalEntry(++Last, id, turn.Events[i]));
    }

    /// <summary>The events after a position, in commit order.</summary>
    public IReadOnlyList<JournalFact> After(long position, int limit)
    {
        var facts = new List<JournalFact>();
        foreach (var page in _pages)
        {
            for (var i = (int)Math.Max(0, position + 1 - page[0].Position); i < page.Count; i++)
            {
                facts.Add(page[i].Fact);
                if (facts.Count == limit)
                    return facts;
            }
        }

        return facts;
    }

    /// <summary>The events at or after an instant, in commit order.</summary>
    /// <param name="onlyCounted">Without those that no wallboard counts.</param>
    public IEnumerable<JournalEntry> Since(DateTimeOffset instant, bool onlyCounted = false)
    {
        foreach (var page in _pages)
        {
            if (page.Latest < instant)
                continue;
            for (var i = 0; i < page.Count; i++)
            {
                if ((page[i].IsCounted || !onlyCounted) && page[i].At >= instant)
                    yield return page[i];
            }
        }
    }

    private void Append(JournalEntry entry)
    {
        if (_pages.Count == 0 || _pages[^1].Count == Page.Size)
            OpenPage(entry.At - Kept);
        _pages[^1].Append(entry);
    }

    private void OpenPage(DateTimeOffset horizon)
    {
        _pages.RemoveAll(page => page.Latest < horizon);
        _pages.Add(new Page());
    }

    /// <summary>A stretch of the journal, small enough to be taken for an ordinary object.</summary>
    private sealed class Page
    {
        public const int Size = 1024;
        private readonly JournalEntry[] _entries = new JournalEntry[Size];

        public int Count { get; private set; }

        /// <summary>The clock may have been put back since.</summary>
        public DateTimeOffset Latest { get; private set; }

        public ref readonly JournalEntry this[int place] => ref _entries[place];

        public void Append(JournalEntry entry)
        {
            _entries[Count++] = entry;
            Latest = entry.At > Latest ? entry.At : Latest;
        }
    }
}

/// <summary>An event in the journal.</summary>
/// <param name="Position">Its place among all events, from 1.</param>
/// <param name="Data">A record of Domain.</param>
/// <param name="IsCounted">A wallboard may count it.</param>
internal readonly record struct JournalEntry(long Position, ActorId Id, DateTimeOffset At, object Data, bool IsCounted)
{
    public JournalEntry(long position, ActorId id, RecordedEvent recorded)
        : this(position, id, recorded.At, recorded.Data, DayBoard.Counted.Contains(recorded.Data.GetType()))
    {
    }

    /// <summary>The event as a wallboard takes it.</summary>
    public JournalFact Fact => new(Position, Id, IsCounted ? Data : null);
}
