using LeadRouter.Contracts;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Engine.Json;
using LeadRouter.Engine.Ports;
using LeadRouter.Server.Desks;

namespace LeadRouter.Server.Boards;

/// <summary>
/// The numbers of the day and what stands now, folded from committed turns. At start both are rebuilt: the day from
/// the journal, what stands from the stored states.
/// </summary>
internal sealed class BoardService(DeskService desks, TimeProvider time) : ITurnObserver
{
    private const int JournalPage = 2000;

    private readonly Lock _lock = new();
    private readonly LiveBoard _live = new();
    private DayBoard _day = NewDay(desks, time.GetUtcNow());
    private long _changes;

    /// <summary>Rises with every change of what the board shows.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public void Committed(CommittedTurn turn)
    {
        lock (_lock)
        {
            Roll();
            switch (turn.After)
            {
                case Lead lead:
                    foreach (var happening in turn.Events)
                        _day.Apply(lead.Id, (LeadEvent)happening.Data);
                    _live.See(lead);
                    break;
                case Rep rep:
                    foreach (var happening in turn.Events)
                        _day.Apply(rep.Id, (RepEvent)happening.Data);
                    _live.See(rep);
                    break;
                default:
                    return;
            }
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
        var calendar = desks.Current.Calendar;
        var midnight = calendar.StartOf(calendar.DateAt(time.GetUtcNow()));
        for (long position = 0; ;)
        {
            var page = await store.ReadJournalAsync(position, midnight, JournalPage, cancel);
            foreach (var stored in page)
            {
                switch (EngineJson.ReadEvent(stored.Type, stored.Data))
                {
                    case LeadEvent ofLead:
                        _day.Apply(new Domain.LeadId(stored.Id.Key), ofLead);
                        break;
                    case RepEvent ofRep:
                        _day.Apply(new Domain.RepId(stored.Id.Key), ofRep);
                        break;
                }
            }

            if (page.Count < JournalPage)
                return;
            position = page[^1].Position;
        }
    }

    /// <summary>The board as it stands.</summary>
    public BoardDto Snapshot()
    {
        lock (_lock)
        {
            Roll();
            return BoardMapper.ToDto(_day, _live, desks.Current.Desk, time.GetUtcNow());
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
            Roll();
            return BoardMapper.ToDto(_day.Reps.GetValueOrDefault(rep), desks.Current.Desk.Currency);
        }
    }

    /// <summary>The queues as they stand, for the gauges.</summary>
    public Dictionary<string, LiveQueue> Queues()
    {
        lock (_lock)
            return _live.Queues();
    }

    private void Roll()
    {
        if (_day.Day != desks.Current.Calendar.DateAt(time.GetUtcNow()))
            _day = NewDay(desks, time.GetUtcNow());
    }

    private static DayBoard NewDay(DeskService desks, DateTimeOffset now)
    {
        var calendar = desks.Current.Calendar;
        return new DayBoard(calendar.DateAt(now), calendar);
    }
}
