namespace LeadRouter.Turns.Ports;

/// <summary>The signal that a store gives to whoever waits in this process. Safe for many threads.</summary>
public sealed class CommitSignal(TimeProvider time) : IStoreSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _next;
    private long _generation = 1;

    /// <summary>Something was committed. Quick: the waiters go on elsewhere.</summary>
    public void Give()
    {
        TaskCompletionSource? waited;
        lock (_lock)
        {
            _generation++;
            (waited, _next) = (_next, null);
        }

        waited?.SetResult();
    }

    /// <inheritdoc />
    public async Task<long> WaitAsync(long seen, TimeSpan atMost, CancellationToken cancel)
    {
        Task next;
        lock (_lock)
        {
            if (_generation > seen)
                return _generation;
            next = (_next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        try
        {
            await next.WaitAsync(atMost, time, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The time is up: the waiter looks for itself.
        }

        lock (_lock)
            return _generation;
    }
}
