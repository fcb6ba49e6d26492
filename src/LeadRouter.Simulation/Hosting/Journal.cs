using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;

namespace LeadRouter.Simulation.Hosting;

/// <summary>The journal on the disk: the events of leads and reps in commit order. Those of days long gone are left out of memory.</summary>
internal sealed class Journal
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);
    private readonly List<Page> _pages = [];

    public void Append(ActorId id, Turn turn)
    {
        if (SequenceOf(turn.State) is not { } last)
            return;
        for (var i = 0; i < turn.Events.Count; i++)
            Append(new JournalEntry(id, last - turn.Events.Count + i + 1, turn.Events[i]));
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

    /// <summary>The number of events of a lead or a rep; null for all else.</summary>
    public static long? SequenceOf(object? state) => state switch
    {
        Lead lead => lead.Sequence,
        Rep rep => rep.Sequence,
        _ => null,
    };

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
/// <param name="Sequence">Its number among its actor's events.</param>
/// <param name="Data">A record of Domain.</param>
/// <param name="IsCounted">A wallboard may count it.</param>
internal readonly record struct JournalEntry(ActorId Id, long Sequence, DateTimeOffset At, object Data, bool IsCounted)
{
    public JournalEntry(ActorId id, long sequence, Happening happening)
        : this(id, sequence, happening.At, happening.Data, DayBoard.Counted.Contains(happening.Data.GetType()))
    {
    }
}
