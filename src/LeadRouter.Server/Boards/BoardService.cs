using System.Collections.Frozen;
using LeadRouter.Contracts;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Ports;
using LeadRouter.Server.Desks;

namespace LeadRouter.Server.Boards;

/// <summary>
/// The numbers of the day and what stands now, folded from committed turns. At start both are rebuilt: the day from
/// the journal, what stands from the stored states. When the centre's calendar changes the day is folded again: it may
/// have begun at another instant.
/// </summary>
internal sealed class BoardService(DeskService desks, TimeProvider time) : ITurnObserver, IDisposable
{
    private const int JournalPage = 2000;

    /// <summary>The types whose JSON a replay reads; the others are passed over.</summary>
    private static readonly FrozenSet<string> Counted = DayBoard.Counted.Select(StoredJson.EventType).ToFrozenSet();

    private readonly Lock _lock = new();
    private readonly LiveBoard _live = new();
    private readonly SemaphoreSlim _folding = new(1);
    private DayBoards _days = new(desks.Current.Calendar);
    private Desk _foldedBy = desks.Current.Desk;
    /// <summary>The turns that come while the journal is read again; null: it is not.</summary>
    private List<CommittedTurn>? _meanwhile;
    private long _changes;

    /// <summary>Rises with every change of what the board shows.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public void Committed(CommittedTurn turn)
    {
        lock (_lock)
        {
            switch (turn.After)
            {
                case Lead lead:
                    _live.See(lead);
                    break;
                case Rep rep:
                    _live.See(rep);
                    break;
                default:
                    return;
            }

            Count(turn);
            _meanwhile?.Add(turn);
        }

        Interlocked.Increment(ref _changes);
    }

    /// <summary>Folds the day so far and the stored states, before new turns come.</summary>
    public async Task RebuildAsync(IEngineStore store, IReadOnlyCollection<Lead> openLeads, IReadOnlyCollection<Rep> reps, CancellationToken cancel)
    {
        foreach (var lead in openLeads)
            _live.See(lead);
        foreach (var rep in reps)
            _live.See(rep);
        await FoldAsync(store, cancel);
    }

    /// <summary>
    /// Folds the day so far again, while new turns come, if the calendar in force is not the one it was folded by. What the
    /// store did not let it do is made up for by the next call.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The journal cannot be read; the day stands as it was.</exception>
    public async Task FollowCalendarAsync(IEngineStore store, CancellationToken cancel)
    {
        await _folding.WaitAsync(cancel);
        try
        {
            if (!HasSameCalendar(_foldedBy, desks.Current.Desk))
                await FoldAsync(store, cancel);
        }
        finally
        {
            _folding.Release();
        }
    }

    /// <summary>The board as it stands.</summary>
    public BoardDto Snapshot()
    {
        lock (_lock)
        {
            return BoardMapper.ToDto(_days.Today(time.GetUtcNow()), _live, desks.Current.Desk, time.GetUtcNow());
        }
    }

    /// <summary>The reps as they stand.</summary>
    public IReadOnlyList<Rep> Reps()
    {
        lock (_lock)
            return [.. _live.Reps];
    }

    /// <summary>A rep's counters of the day.</summary>
    public RepTodayDto Today(Domain.RepId rep)
    {
        lock (_lock)
        {
            return BoardMapper.ToDto(_days.Today(time.GetUtcNow()).Reps.GetValueOrDefault(rep), desks.Current.Desk.Currency);
        }
    }

    /// <summary>The queues as they stand, for the gauges.</summary>
    public Dictionary<string, LiveQueue> Queues()
    {
        lock (_lock)
            return _live.Queues();
    }

    public void Dispose() => _folding.Dispose();

    private static bool HasSameCalendar(Desk a, Desk b) => a.TimeZone == b.TimeZone && StoredJson.Write(a.WorkWeek).AsSpan().SequenceEqual(StoredJson.Write(b.WorkWeek));

    private async Task FoldAsync(IEngineStore store, CancellationToken cancel)
    {
        try
        {
            lock (_lock)
                _meanwhile = [];
            var desk = desks.Current;
            var days = new DayBoards(desk.Calendar);
            await ReplayAsync(days, store, cancel);
            lock (_lock)
            {
                (_days, _foldedBy) = (days, desk.Desk);
                _meanwhile!.ForEach(Count);
            }

            Interlocked.Increment(ref _changes);
        }
        finally
        {
            lock (_lock)
                _meanwhile = null;
        }
    }

    private void Count(CommittedTurn turn)
    {
        switch (turn.After)
        {
            case Lead lead:
                for (var i = 0; i < turn.Events.Count; i++)
                    _days.Apply(lead.Id, lead.Sequence - turn.Events.Count + i + 1, (LeadEvent)turn.Events[i].Data);
                break;
            case Rep rep:
                for (var i = 0; i < turn.Events.Count; i++)
                    _days.Apply(rep.Id, rep.Sequence - turn.Events.Count + i + 1, (RepEvent)turn.Events[i].Data);
                break;
        }
    }

    private async Task ReplayAsync(DayBoards days, IEngineStore store, CancellationToken cancel)
    {
        var from = days.ReplayFrom(time.GetUtcNow());
        for (long position = 0; ;)
        {
            var page = await store.ReadJournalAsync(position, from, JournalPage, cancel);
            foreach (var stored in page)
            {
                if (!Counted.Contains(stored.Type))
                    continue;
                switch (StoredJson.ReadEventWithoutPersonal(stored))
                {
                    case LeadEvent ofLead:
                        days.Replay(new Domain.LeadId(stored.Id.Key), stored.Sequence, ofLead);
                        break;
                    case RepEvent ofRep:
                        days.Replay(new Domain.RepId(stored.Id.Key), stored.Sequence, ofRep);
                        break;
                }
            }

            if (page.Count < JournalPage)
                return;
            position = page[^1].Position;
        }
    }
}
