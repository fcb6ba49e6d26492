namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>Something that waits for the writer thread, and the task of whoever waits for it.</summary>
internal abstract class WriteRequest(CancellationToken cancel)
{
    /// <summary>Whether the caller gave up before the writer took it. Later is too late: it is written and answered.</summary>
    public bool IsCancelled => cancel.IsCancellationRequested;

    /// <summary>About what it adds to a transaction.</summary>
    public abstract int Bytes { get; }

    /// <summary>Writes it within the open transaction. May run again in another one; the last run counts.</summary>
    public abstract void Apply(WriteSession session);

    /// <summary>Takes it out of the transaction: it broke a constraint.</summary>
    public abstract void Refuse(Exception reason);

    /// <summary>Answers the caller with the outcome: the transaction is durable.</summary>
    public abstract void Complete();

    /// <summary>Answers the caller: nothing of it was written.</summary>
    public abstract void Fail(Exception cause);

    public abstract void Cancel();
}

/// <summary>A write with a result.</summary>
internal abstract class WriteRequest<T>(CancellationToken cancel) : WriteRequest(cancel)
{
    private readonly CancellationToken _cancel = cancel;
    // The caller's continuation must never run on the writer thread.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _refusal;

    public Task<T> Task => _done.Task;

    /// <summary>Writes within the open transaction and returns the result, or calls <see cref="Refuse"/> before it writes anything.</summary>
    protected abstract T Write(WriteSession session);

    public sealed override void Apply(WriteSession session)
    {
        _refusal = null;
        _result = Write(session);
    }

    public sealed override void Refuse(Exception reason) => _refusal = reason;

    public sealed override void Complete()
    {
        if (_refusal is null) _done.SetResult(_result);
        else _done.SetException(_refusal);
    }

    public sealed override void Fail(Exception cause) => _done.SetException(cause);

    public sealed override void Cancel() => _done.SetCanceled(_cancel);
}
