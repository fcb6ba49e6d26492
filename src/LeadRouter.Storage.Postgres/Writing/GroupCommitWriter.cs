using System.Threading.Channels;
using Npgsql;

namespace LeadRouter.Storage.Postgres.Writing;

/// <summary>
/// The one writer of a process. It takes whatever waits and sends it as one batch: one round trip, one transaction, one flush.
/// The batch begins with the lock that the writers of all processes share, so positions rise in commit order (ADR 0006).
/// </summary>
internal sealed class GroupCommitWriter : IAsyncDisposable
{
    // The other half of the buffer is for what is sent around the values.
    private const int MaxBatchBytes = Sessions.BatchBufferBytes / 2;
    private static readonly TimeSpan ProbeAfter = TimeSpan.FromSeconds(1);

    private readonly Pools _pools;
    private readonly StoreHealth _health;
    private readonly Channel<Waiting> _waiting;
    private readonly CommitSignal _signal;
    private readonly PostgresStoreOptions _options;
    private readonly string _notify;
    private readonly ITimer _probe;
    private readonly Task _running;

    public GroupCommitWriter(Pools pools, StoreHealth health, CommitSignal signal, string writer, PostgresStoreOptions options, TimeProvider time)
    {
        _pools = pools;
        _health = health;
        _signal = signal;
        _options = options;
        _notify = $"SELECT pg_notify('{options.Schema}', '{writer}')";
        _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true });
        _probe = time.CreateTimer(_ => _ = ProbeAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Ends when the turn is durable or refused.</summary>
    public Task WriteAsync(TurnWrite turn, CancellationToken cancel)
    {
        // The caller's continuation must not hold up the writer.
        var waiting = new Waiting(turn, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), cancel);
        return _waiting.Writer.TryWrite(waiting)
            ? waiting.Done.Task
            : Task.FromException(new StoreUnavailableException("The store is closed, or too many writes are waiting."));
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running.ConfigureAwait(false);
        await _probe.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var batch = new List<Waiting>(_options.MaxBatch);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            var bytes = 0L;
            while (batch.Count < _options.MaxBatch && bytes < MaxBatchBytes && _waiting.Reader.TryRead(out var next))
            {
                if (next.Cancel.IsCancellationRequested)
                {
                    next.Done.SetCanceled(next.Cancel);
                    continue;
                }
                batch.Add(next);
                bytes += TurnCommand.Bytes(next.Turn);
            }
            if (batch.Count > 0) await CommitOrFailAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task CommitOrFailAsync(List<Waiting> batch)
    {
        string?[] refusals;
        try
        {
            refusals = await CommitAsync(batch).ConfigureAwait(false);
        }
        // Whatever it is, the callers must have an answer and the writer must live.
        catch (Exception e)
        {
            Failed(e);
            foreach (var waiting in batch) waiting.Done.SetException(StoreHealth.Unavailable(e));
            if (e is not PostgresException) RefuseWaiting(e);
            return;
        }
        _health.Worked();
        _signal.Give();
        for (var i = 0; i < batch.Count; i++)
        {
            if (refusals[i] is { } why) batch[i].Done.SetException(TurnCommand.Refusal(batch[i].Turn, why));
            else batch[i].Done.SetResult();
        }
    }

    /// <summary>Without a server the next batch would wait for one just as long.</summary>
    private void RefuseWaiting(Exception cause)
    {
        for (var many = _waiting.Reader.Count; many > 0 && _waiting.Reader.TryRead(out var waiting); many--)
            waiting.Done.SetException(StoreHealth.Unavailable(cause));
    }

    private async Task<string?[]> CommitAsync(List<Waiting> batch)
    {
        await using var db = await _pools.Writers.OpenConnectionAsync().ConfigureAwait(false);
        // Without a transaction of ours the server makes the whole batch one and commits at its end: no second round trip.
        await using var commands = new NpgsqlBatch(db);
        commands.BatchCommands.Add(new NpgsqlBatchCommand($"SELECT pg_advisory_xact_lock(hashtext('{_options.Schema}'), 2)"));
        foreach (var waiting in batch) commands.BatchCommands.Add(TurnCommand.Of(waiting.Turn));
        commands.BatchCommands.Add(new NpgsqlBatchCommand(_notify));
        var refusals = new string?[batch.Count];
        await using var reader = await commands.ExecuteReaderAsync().ConfigureAwait(false);
        for (var i = 0; i < refusals.Length; i++)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
            await reader.ReadAsync().ConfigureAwait(false);
            refusals[i] = await reader.IsDBNullAsync(0).ConfigureAwait(false) ? null : reader.GetString(0);
        }
        // The commit is the end of the batch: only after the last result is its answer known.
        while (await reader.NextResultAsync().ConfigureAwait(false)) { }
        return refusals;
    }

    private async Task ProbeAsync()
    {
        try
        {
            await using var command = _pools.Writers.CreateCommand("UPDATE probe SET tries = tries + 1");
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            _health.Worked();
        }
        // Nobody waits for a probe: its answer is the health.
        catch (Exception e)
        {
            Failed(e);
        }
    }

    private void Failed(Exception cause)
    {
        _health.Failed(cause);
        if (cause is NpgsqlException) _pools.Clear();
        _probe.Change(ProbeAfter, Timeout.InfiniteTimeSpan);
    }

    private sealed record Waiting(TurnWrite Turn, TaskCompletionSource Done, CancellationToken Cancel);
}
