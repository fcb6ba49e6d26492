namespace LeadRouter.TestSupport;

/// <summary>A clock that stands still until a test moves it. Timers fire on the thread that moves it, in order of their instants.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SortedSet<ManualTimer> _armed = [];
    private TimeSpan _elapsed;
    private TimeSpan _stepped;
    private long _timers;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Timers that are armed.</summary>
    public int Armed
    {
        get
        {
            lock (_lock)
                return _armed.Count;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
            return _elapsed.Ticks;
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return start + _elapsed + _stepped;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state, Interlocked.Increment(ref _timers));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass; every timer that comes due fires at its own instant.</summary>
    public void Advance(TimeSpan time)
    {
        TimeSpan until;
        lock (_lock)
            until = _elapsed + time;
        while (TakeDue(until) is { } timer)
            timer.Fire();
    }

    /// <summary>Moves the wall clock alone, as an administrator or a time server does: no timer notices.</summary>
    public void Step(TimeSpan by)
    {
        lock (_lock)
            _stepped += by;
    }

    private ManualTimer? TakeDue(TimeSpan until)
    {
        lock (_lock)
        {
            if (_armed.Min is not { } first || first.Due > until)
            {
                _elapsed = until > _elapsed ? until : _elapsed;
                return null;
            }

            _armed.Remove(first);
            _elapsed = first.Due > _elapsed ? first.Due : _elapsed;
            first.Rearm();
            return first;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state, long number) : ITimer, IComparable<ManualTimer>
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public TimeSpan Due { get; private set; }

        private long Number { get; } = number;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._armed.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock._elapsed + dueTime;
                clock._armed.Add(this);
                return true;
            }
        }

        public void Rearm()
        {
            if (_period <= TimeSpan.Zero)
                return;
            Due += _period;
            clock._armed.Add(this);
        }

        public int CompareTo(ManualTimer? other)
        {
            if (other is null)
                return 1;
            var byDue = Due.CompareTo(other.Due);
            return byDue != 0 ? byDue : Number.CompareTo(other.Number);
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._armed.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
