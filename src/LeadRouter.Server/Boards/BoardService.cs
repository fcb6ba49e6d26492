using LeadRouter.Contracts;
using LeadRouter.Domain;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Reps;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Platform;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Views;
using Microsoft.Extensions.Options;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace LeadRouter.Server.Boards;

/// <summary>
/// The numbers of the day and what stands now, as the journal says: a projection that every server keeps for itself and that no lead waits
/// for. When the centre's calendar changes the day is counted again: it may have begun at another instant.
/// </summary>
internal sealed partial class BoardService : IJournalProjection, IDisposable
{
    /// <summary>Who looks within this time gets what another has just looked at.</summary>
    private static readonly TimeSpan SharedFor = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _folding = new(1);
    private readonly Pulse _changed = new();
    private readonly BoardReader _reader;
    private readonly DeskService _desks;
    private readonly TimeProvider _time;
    private readonly IOptions<HttpJsonOptions> _json;
    private readonly ILogger<BoardService> _logger;
    private BoardView _view;
    private volatile Desk _foldedBy;
    private BoardSnapshot? _snapshot;
    private long _changes;

    public BoardService(IEngineStore store, DeskService desks, TimeProvider time, IOptions<HttpJsonOptions> json, ILogger<BoardService> logger)
    {
        (_reader, _desks, _time, _json, _logger) = (new BoardReader(store), desks, time, json, logger);
        (_view, _foldedBy) = (new BoardView(new DayCount(desks.Current.Calendar)), desks.Current.Desk);
        desks.Changed += _ =>
        {
            LookAnew();
            FollowCalendarInBackground();
        };
    }

    /// <summary>Rises with every change of what the board shows.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Is told of reps whose counters of the day have changed.</summary>
    public event Action<IReadOnlyCollection<RepId>>? Counted;

    /// <summary>Counts the day so far and reads what stands; gives the position of the journal after which it is to be fed.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public async Task<long> StartAsync(CancellationToken cancel)
    {
        var desk = _desks.Current;
        var day = await _reader.CountDayAsync(desk.Calendar, _time.GetUtcNow(), cancel);
        var view = new BoardView(day);
        // After the day: who changes while this is read is named in what comes after the day's position.
        await _reader.SeedAsync(view, cancel);
        lock (_lock)
            (_view, _foldedBy) = (view, desk.Desk);
        Change();
        return day.Position;
    }

    /// <summary>A board is sent four times a second at most: what changes in between is looked up once.</summary>
    public TimeSpan Pace => TimeSpan.FromMilliseconds(150);

    public async Task TakeAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancel)
    {
        var facts = new BoardPage([.. page.Select(JournalFact.Of)]);
        var (open, reps) = await _reader.LookUpAsync(facts, cancel);
        lock (_lock)
            _view.Take(facts, open, reps);
        Change();
        Counted?.Invoke(facts.CountedReps);
        FollowCalendarInBackground();
    }

    /// <summary>Counts the day so far again, while new events come, if the calendar in force is not the one it was counted by.</summary>
    /// <exception cref="StoreUnavailableException">The journal cannot be read; the day stands as it was.</exception>
    public async Task FollowCalendarAsync(CancellationToken cancel)
    {
        await _folding.WaitAsync(cancel);
        try
        {
            var desk = _desks.Current;
            if (HasSameCalendar(_foldedBy, desk.Desk))
            {
                _foldedBy = desk.Desk;
                return;
            }

            var day = await _reader.CountDayAsync(desk.Calendar, _time.GetUtcNow(), cancel);
            while (!TryReplace(day, desk.Desk))
                await _reader.CountOnAsync(day, DateTimeOffset.UnixEpoch, cancel);
            LookAnew();
        }
        finally
        {
            _folding.Release();
        }
    }

    /// <summary>The board as it stands, or stood a moment ago.</summary>
    public BoardSnapshot Snapshot()
    {
        lock (_lock)
        {
            if (_snapshot is { } recent && _time.GetElapsedTime(recent.TakenAt) < SharedFor)
                return recent;
            var (changes, now) = (Changes, _time.GetUtcNow());
            var board = BoardMapper.ToDto(_view.Days.Today(now), _view.Live, _desks.Current, now);
            return _snapshot = new BoardSnapshot(changes, _time.GetTimestamp(), board, _json.Value.SerializerOptions);
        }
    }

    /// <summary>The board as soon as it has changed.</summary>
    /// <param name="seen">How many changes were seen.</param>
    public async Task<BoardSnapshot> NextAsync(long seen, CancellationToken cancel)
    {
        while (true)
        {
            var changed = _changed.Next;
            if (Changes != seen)
                return Snapshot();
            await changed.WaitAsync(cancel);
        }
    }

    /// <summary>The reps as they stand.</summary>
    public IReadOnlyList<Rep> Reps()
    {
        lock (_lock)
            return [.. _view.Live.Reps];
    }

    /// <summary>Open leads.</summary>
    public int OpenLeads
    {
        get
        {
            lock (_lock)
                return _view.Live.OpenLeads;
        }
    }

    /// <summary>A rep's counters of the day.</summary>
    public RepTodayDto Today(RepId rep)
    {
        lock (_lock)
            return BoardMapper.ToDto(_view.Days.Today(_time.GetUtcNow()).Reps.GetValueOrDefault(rep), _desks.Current.Desk.Currency);
    }

    /// <summary>The queues as they stand, for the gauges.</summary>
    public Dictionary<string, LiveQueue> Queues()
    {
        lock (_lock)
            return _view.Live.Queues();
    }

    public void Dispose() => _folding.Dispose();

    private static bool HasSameCalendar(Desk a, Desk b) =>
        a.TimeZone == b.TimeZone && StoredJson.Write(a.WorkWeek).AsSpan().SequenceEqual(StoredJson.Write(b.WorkWeek));

    private bool TryReplace(DayCount day, Desk desk)
    {
        lock (_lock)
        {
            if (!_view.Replace(day))
                return false;
            _foldedBy = desk;
            return true;
        }
    }

    /// <summary>Something beside the journal has changed what is shown: the desk, or the day.</summary>
    public void LookAnew()
    {
        lock (_lock)
            _snapshot = null;
        Change();
    }

    private void Change()
    {
        Interlocked.Increment(ref _changes);
        _changed.Beat();
    }

    /// <summary>Also when it went wrong before, and when another server has put the desk in force.</summary>
    private void FollowCalendarInBackground()
    {
        if (_folding.CurrentCount > 0 && !ReferenceEquals(_foldedBy, _desks.Current.Desk))
            _ = Task.Run(TryFollowCalendarAsync);
    }

    private async Task TryFollowCalendarAsync()
    {
        try
        {
            await FollowCalendarAsync(CancellationToken.None);
        }
        catch (Exception trouble)
        {
            LogNotFollowed(trouble);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The day could not be counted by the new calendar; it is tried again with the next event")]
    private partial void LogNotFollowed(Exception trouble);
}
