namespace LeadRouter.Telephony.Twilio;

/// <summary>
/// Starts at most so many calls a second, first come first served: a token bucket that holds one token, so that a call after a quiet
/// time goes at once and no burst follows. At most so many callers wait. Several servers share the rate evenly, each by a throttle of its
/// own. Safe to call from many threads.
/// </summary>
internal sealed class CallThrottle : IDisposable
{
    private readonly TimeSpan _interval;
    private readonly Func<int> _servers;
    private readonly int _maxWaiting;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource<long>> _waiting = new();
    private readonly CancellationTokenSource _stop = new();
    private long? _takenAt;

    /// <param name="servers">How many share the rate now; asked before each call.</param>
    public CallThrottle(double callsPerSecond, int maxWaiting, TimeProvider time, Func<int> servers)
    {
        (_interval, _maxWaiting, _time, _servers) = (TimeSpan.FromSeconds(1 / callsPerSecond), maxWaiting, time, servers);
        _timer = time.CreateTimer(_ => Release(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Callers in the queue.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>Waits for the caller's turn and returns how long that took, or null at once when the queue is full.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up or the throttle was disposed; no turn was used.</exception>
    public async Task<TimeSpan?> WaitAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var since = _time.GetTimestamp();
        LinkedListNode<TaskCompletionSource<long>> place;
        lock (_gate)
        {
            _stop.Token.ThrowIfCancellationRequested();
            if (_waiting.Count == 0 && Remaining() <= TimeSpan.Zero)
            {
                _takenAt = since;
                return TimeSpan.Zero;
            }

            if (_waiting.Count >= _maxWaiting)
                return null;
            place = _waiting.AddLast(new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_waiting.Count == 1)
                Arm();
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _stop.Token);
        using (either.Token.Register(() => Leave(place, either.Token)))
            return _time.GetElapsedTime(since, await place.Value.Task.ConfigureAwait(false));
    }

    /// <summary>Sends everybody in the queue away.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested)
                return;
            _timer.Dispose();
        }

        _stop.Cancel();
    }

    private void Leave(LinkedListNode<TaskCompletionSource<long>> place, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (place.List is null)
                return;
            _waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancel);
    }

    private void Release()
    {
        lock (_gate)
        {
            // A timer may fire a little early.
            if (_waiting.First is { } first && Remaining() <= TimeSpan.Zero)
            {
                _waiting.RemoveFirst();
                var now = _time.GetTimestamp();
                _takenAt = now;
                first.Value.SetResult(now);
            }

            if (_waiting.Count > 0)
                Arm();
        }
    }

    private TimeSpan Remaining() => _takenAt is { } taken ? _interval * Math.Max(1, _servers()) - _time.GetElapsedTime(taken) : TimeSpan.Zero;

    // Whole milliseconds, rounded up: timers cut fractions off and would fire early for nothing.
    private void Arm() => _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(Remaining().TotalMilliseconds))), Timeout.InfiniteTimeSpan);
}
