namespace LeadRouter.Cluster;

/// <summary>Wakes actors at their earliest deadline. The truth about deadlines is in the actors' states; this only keeps the time.</summary>
internal sealed class DeadlineClock(TimeProvider time, Action<ActorId, TimeSpan> wake) : IDisposable
{
    /// <summary>Timers do not notice when the wall clock is moved: it is looked at this often.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<ActorId, DateTimeOffset> _queue = new();
    private readonly Dictionary<ActorId, DateTimeOffset> _due = [];
    private readonly SemaphoreSlim _changed = new(0, 1);

    /// <summary>Sets, moves or (null) removes an actor's deadline.</summary>
    public void Set(ActorId id, DateTimeOffset? at)
    {
        var earliest = false;
        lock (_lock)
        {
            if (at is not { } instant)
            {
                _due.Remove(id);
                return;
            }

            if (_due.TryGetValue(id, out var known) && known == instant)
                return;
            _due[id] = instant;
            _queue.Enqueue(id, instant);
            earliest = _queue.TryPeek(out _, out var first) && first == instant;
            Compact();
        }

        if (earliest)
            Signal();
    }

    /// <summary>Sets a deadline that was found in the store: what an actor said itself is newer.</summary>
    public void SetUnlessKnown(ActorId id, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (!_due.ContainsKey(id))
                Set(id, at);
        }
    }

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            foreach (var (id, lateness) in TakeDue())
                wake(id, lateness);
            await SleepAsync(cancel);
        }
    }

    public void Dispose() => _changed.Dispose();

    private List<(ActorId Id, TimeSpan Lateness)> TakeDue()
    {
        var due = new List<(ActorId, TimeSpan)>();
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_queue.TryPeek(out var id, out var at) && at <= now)
            {
                _queue.Dequeue();
                // An entry that was moved or removed meanwhile is stale.
                if (_due.TryGetValue(id, out var current) && current == at)
                {
                    _due.Remove(id);
                    due.Add((id, now - at));
                }
            }
        }

        return due;
    }

    private async Task SleepAsync(CancellationToken cancel)
    {
        TimeSpan sleep;
        lock (_lock)
            sleep = _queue.TryPeek(out _, out var at) ? at - time.GetUtcNow() : LongestSleep;
        if (sleep <= TimeSpan.Zero)
            return;
        // The timer's resolution is a millisecond: rounding up avoids waking just before the instant.
        sleep = TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(sleep.TotalMilliseconds), LongestSleep.TotalMilliseconds));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var delay = Task.Delay(sleep, time, stop.Token);
        var changed = _changed.WaitAsync(stop.Token);
        // Time may have moved between the look and the timer: a process can be suspended anywhere.
        if (!IsDue())
            await Task.WhenAny(delay, changed);
        await stop.CancelAsync();
    }

    private bool IsDue()
    {
        lock (_lock)
            return _queue.TryPeek(out _, out var at) && at <= time.GetUtcNow();
    }

    private void Signal()
    {
        lock (_lock)
        {
            if (_changed.CurrentCount == 0)
                _changed.Release();
        }
    }

    /// <summary>Stale entries are dropped before they outnumber the live ones by much.</summary>
    private void Compact()
    {
        if (_queue.Count < 1024 || _queue.Count < 4 * _due.Count)
            return;
        _queue.Clear();
        foreach (var (id, at) in _due)
            _queue.Enqueue(id, at);
    }
}
