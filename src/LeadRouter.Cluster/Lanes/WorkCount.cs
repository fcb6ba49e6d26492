namespace LeadRouter.Cluster.Lanes;

/// <summary>Counts work that runs, so that an end can wait for it.</summary>
internal sealed class WorkCount
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // One more than what runs, until it is closed: the count is zero only at the end.
    private int _count = 1;

    public void Begin() => Interlocked.Increment(ref _count);

    public void End()
    {
        if (Interlocked.Decrement(ref _count) == 0)
            _done.TrySetResult();
    }

    /// <summary>Ends when nothing runs any more; called once.</summary>
    public Task CloseAsync()
    {
        End();
        return _done.Task;
    }
}
