using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadRouter.Storage.Sqlite.Reading;

/// <summary>The few connections that read. A read runs on its caller's thread, never on the writer's.</summary>
internal sealed class ReadPool : IAsyncDisposable
{
    private readonly ConcurrentBag<ReadSession> _idle;
    private readonly SemaphoreSlim _free;
    private readonly int _size;
    private readonly int _maxWaiting;
    private int _waiting;
    private volatile bool _closed;

    public ReadPool(IReadOnlyList<ReadSession> sessions, int maxWaiting)
    {
        _idle = [.. sessions];
        _size = sessions.Count;
        _free = new SemaphoreSlim(_size);
        _maxWaiting = maxWaiting;
    }

    /// <summary>Reads at once on this thread when a connection is free. For look-ups by key.</summary>
    /// <exception cref="StoreUnavailableException">It could not be read, too many wait, or the store is closed.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<ReadSession, T> read, CancellationToken cancel)
    {
        await EnterAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_closed || !_idle.TryTake(out var session)) throw new StoreUnavailableException("The store is closed.");
            try
            {
                using var interrupt = cancel.UnsafeRegister(static s => ((ReadSession)s!).Interrupt(), session);
                return read(session);
            }
            finally
            {
                _idle.Add(session);
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancel);
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException(e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB
                ? $"The database is damaged. {e.Message} Restore a backup of the data folder."
                : $"The store could not be read. {e.Message}", e);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Reads away from this thread. For reads of many rows.</summary>
    /// <exception cref="StoreUnavailableException">It could not be read, too many wait, or the store is closed.</exception>
    public Task<T> ReadManyAsync<T>(Func<ReadSession, T> read, CancellationToken cancel) =>
        Task.Run(() => ReadAsync(read, cancel).AsTask(), cancel);

    /// <summary>Keeps new reads waiting and waits for the running ones; false, with nothing kept, when they take longer.</summary>
    public bool TryPause(TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        for (var taken = 0; taken < _size; taken++)
        {
            var left = patience - Stopwatch.GetElapsedTime(started);
            if (_free.Wait(left > TimeSpan.Zero ? left : TimeSpan.Zero)) continue;
            if (taken > 0) _free.Release(taken);
            return false;
        }
        return true;
    }

    /// <summary>Lets reads go on after <see cref="TryPause"/> returned true.</summary>
    public void Resume() => _free.Release(_size);

    /// <summary>Refuses new reads, waits for the running ones and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        for (var taken = 0; taken < _size; taken++) await _free.WaitAsync().ConfigureAwait(false);
        foreach (var session in _idle) session.Dispose();
        _idle.Clear();
        // Those that still wait find the store closed.
        _free.Release(_size);
    }

    private async ValueTask EnterAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (_free.Wait(0, CancellationToken.None)) return;
        if (Interlocked.Increment(ref _waiting) > _maxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new StoreUnavailableException($"{_maxWaiting} reads are waiting already.");
        }
        try
        {
            await _free.WaitAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
