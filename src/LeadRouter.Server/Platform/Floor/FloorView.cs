namespace LeadRouter.Server.Platform.Floor;

/// <summary>
/// The numbers of the day and what stands now, as the journal says: a projection that every server keeps for itself and that no lead waits
/// for. When the centre's calendar changes the day is counted again: it may have begun at another instant.
/// </summary>
internal sealed partial class FloorView : IJournalProjection, IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _folding = new(1);
    private readonly Pulse _changed = new();
    private readonly FloorReader _reader;
    private readonly IDesks _desks;
    private readonly TimeProvider _time;
    private readonly ILogger<FloorView> _logger;
    private BoardView _view;
    private volatile Desk _foldedBy;
    private long _changes;
    private long _renewals;

    public FloorView(IEngineStore store, IDesks desks, TimeProvider time, ILogger<FloorView> logger)
    {
        (_reader, _desks, _time, _logger) = (new FloorReader(store), desks, time, logger);
        (_view, _foldedBy) = (new BoardView(new DayCount(desks.Current.Calendar)), desks.Current.Desk);
        desks.Changed += _ =>
        {
            LookAnew();
            FollowCalendarInBackground();
        };
    }

    /// <summary>Rises with every change of what is shown.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Rises when something beside the journal has changed what is shown: the desk, or the day.</summary>
    public long Renewals => Interlocked.Read(ref _renewals);

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

    /// <summary>Reads the day and what stands as of one moment.</summary>
    public T Read<T>(Func<DayBoard, LiveBoard, DateTimeOffset, T> read)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            return read(_view.Days.Today(now), _view.Live, now);
        }
    }

    /// <summary>Returns when there are changes beyond those that were seen.</summary>
    public async Task ChangedAsync(long seen, CancellationToken cancel)
    {
        while (true)
        {
            var changed = _changed.Next;
            if (Changes != seen)
                return;
            await changed.WaitAsync(cancel);
        }
    }

    /// <summary>The reps as they stand.</summary>
    public IReadOnlyList<Rep> Reps() => Read<IReadOnlyList<Rep>>((_, live, _) => [.. live.Reps]);

    /// <summary>Open leads.</summary>
    public int OpenLeads => Read((_, live, _) => live.OpenLeads);

    /// <summary>A rep's counters of the day; null when there is nothing to count.</summary>
    public RepDay? Today(RepId rep) => Read((day, _, _) => day.Reps.GetValueOrDefault(rep));

    /// <summary>The queues as they stand.</summary>
    public Dictionary<string, LiveQueue> Queues() => Read((_, live, _) => live.Queues());

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
        Interlocked.Increment(ref _renewals);
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
