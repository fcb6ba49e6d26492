using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>
/// The one thread that writes. It takes whatever waits, writes it in one transaction and answers all of it after one fsync;
/// while that runs, the next batch gathers. Nobody is made to wait for company: a lone write is committed alone, at once.
/// </summary>
internal sealed class GroupCommitWriter : IAsyncDisposable
{
    // Keeps one transaction, and so the time that the next one waits, small even when states are large.
    private const int MaxBatchBytes = 8 << 20;
    private static readonly TimeSpan ProbeAfter = TimeSpan.FromSeconds(1);

    private readonly WriteSession _session;
    private readonly WalKeeper _wal;
    private readonly StoreHealth _health;
    private readonly BlockingCollection<WriteRequest> _waiting;
    private readonly int _maxBatchWrites;
    private readonly ITimer _probe;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GroupCommitWriter(WriteSession session, WalKeeper wal, StoreHealth health, SqliteStoreOptions options, TimeProvider time)
    {
        _session = session;
        _wal = wal;
        _health = health;
        _waiting = new BlockingCollection<WriteRequest>(options.MaxWaitingWrites);
        _maxBatchWrites = options.MaxBatchWrites;
        Signal = new CommitSignal(time);
        _probe = time.CreateTimer(_ => TryAdd(new ProbeRequest()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        new Thread(Run) { Name = "store writer", IsBackground = true }.Start();
    }

    /// <summary>Called on the writer's thread after each commit: how many writes shared it, and how long it took. Must be quick.</summary>
    public Action<int, TimeSpan>? Committed { get; set; }

    /// <summary>Given after each commit.</summary>
    public CommitSignal Signal { get; }

    /// <summary>Hands a write to the writer; the task ends when it is durable or refused.</summary>
    public Task<T> WriteAsync<T>(WriteRequest<T> request)
    {
        if (TryAdd(request) is { } refusal) request.Fail(new StoreUnavailableException(refusal));
        return request.Task;
    }

    /// <summary>Takes no more, writes what waits, and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.CompleteAdding();
        await _stopped.Task.ConfigureAwait(false);
        await _probe.DisposeAsync().ConfigureAwait(false);
        _waiting.Dispose();
    }

    private string? TryAdd(WriteRequest request)
    {
        try
        {
            return _waiting.TryAdd(request) ? null : $"{_waiting.BoundedCapacity} writes are waiting already.";
        }
        catch (InvalidOperationException)
        {
            return "The store is closed.";
        }
    }

    private void Run()
    {
        var batch = new List<WriteRequest>(_maxBatchWrites);
        while (_waiting.TryTake(out var first, Timeout.Infinite))
        {
            Gather(first, batch);
            if (batch.Count == 0) continue;
            CommitOrFail(batch);
            batch.Clear();
            _wal.AfterCommit();
        }
        _stopped.SetResult();
    }

    private void Gather(WriteRequest first, List<WriteRequest> batch)
    {
        var bytes = 0L;
        for (var next = first; ;)
        {
            if (next.IsCancelled) next.Cancel();
            else
            {
                batch.Add(next);
                bytes += next.Bytes;
            }
            if (batch.Count >= _maxBatchWrites || bytes >= MaxBatchBytes || !_waiting.TryTake(out next!)) return;
        }
    }

    private void CommitOrFail(List<WriteRequest> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            Commit(batch);
        }
        // Whatever it is, the callers must have an answer and the thread must live: without it the whole engine stands still.
        catch (Exception e)
        {
            _health.Failed(e);
            _probe.Change(ProbeAfter, Timeout.InfiniteTimeSpan);
            RollbackQuietly();
            // Conflicts too: their verdict may rest on batch-mates that are gone now.
            foreach (var request in batch)
                request.Fail(new StoreUnavailableException($"The write could not be made durable. {e.Message}", e));
            return;
        }
        _health.Worked();
        foreach (var request in batch) request.Complete();
        Signal.Give();
        Committed?.Invoke(batch.Count, Stopwatch.GetElapsedTime(started));
    }

    private void Commit(List<WriteRequest> batch)
    {
        _session.Begin();
        try
        {
            foreach (var request in batch) request.Apply(_session);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            // Rare, so the happy path pays nothing for it: start again, each request on its own savepoint.
            _session.Rollback();
            _session.Begin();
            foreach (var request in batch) _session.ApplyAlone(request, AlreadyWritten);
        }
        _session.Commit();
    }

    private static VersionConflictException AlreadyWritten(SqliteException e) =>
        new($"An event or a message of this turn has been written before. {e.Message}", e);

    private void RollbackQuietly()
    {
        try
        {
            _session.Rollback();
        }
        catch (SqliteException)
        {
            // The failure that brought us here is the one to report; the next batch finds out whether it lasts.
        }
    }
}
