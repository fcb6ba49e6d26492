using System.Threading.Channels;
using LeadRouter.Turns.Ports;
using Npgsql;

namespace LeadRouter.Storage.Postgres.Writing;

/// <summary>
/// The one writer of a process. It takes whatever waits and sends it as one batch: one round trip, one transaction, one flush.
/// The batch begins with the lock that the writers of all processes share, so positions rise in commit order (ADR 0006).
/// </summary>
internal sealed class GroupCommitWriter : IAsyncDisposable
{
    // One value may have 16 MiB: without it a batch of large ones would hold the lock of all processes for long.
    private const int MaxBatchBytes = 8 << 20;
    private static readonly TimeSpan ProbeAfter = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource _source;
    private readonly StoreHealth _health;
    private readonly Channel<Waiting> _waiting;
    private readonly PostgresStoreOptions _options;
    private readonly ITimer _probe;
    private readonly Task _running;

    public GroupCommitWriter(NpgsqlDataSource source, StoreHealth health, PostgresStoreOptions options, TimeProvider time)
    {
        _source = source;
        _health = health;
        _options = options;
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
            return;
        }
        _health.Worked();
        for (var i = 0; i < batch.Count; i++)
        {
            if (refusals[i] is { } why) batch[i].Done.SetException(TurnCommand.Refusal(batch[i].Turn, why));
            else batch[i].Done.SetResult();
        }
    }

    private async Task<string?[]> CommitAsync(List<Waiting> batch)
    {
        await using var db = await _source.OpenConnectionAsync().ConfigureAwait(false);
        // Without a transaction of ours the server makes the whole batch one and commits at its end: no second round trip.
        await using var commands = new NpgsqlBatch(db);
        commands.BatchCommands.Add(new NpgsqlBatchCommand($"SELECT pg_advisory_xact_lock(hashtext('{_options.Schema}'), 2)"));
        foreach (var waiting in batch) commands.BatchCommands.Add(TurnCommand.Of(waiting.Turn));
        var refusals = new string?[batch.Count];
        await using var reader = await commands.ExecuteReaderAsync().ConfigureAwait(false);
        for (var i = 0; await reader.NextResultAsync().ConfigureAwait(false); i++)
        {
            await reader.ReadAsync().ConfigureAwait(false);
            refusals[i] = await reader.IsDBNullAsync(0).ConfigureAwait(false) ? null : reader.GetString(0);
        }
        return refusals;
    }

    private async Task ProbeAsync()
    {
        try
        {
            await using var command = _source.CreateCommand("UPDATE probe SET tries = tries + 1");
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
        // After a restart every kept connection is dead; each would fail one more write.
        if (cause is NpgsqlException) _source.Clear();
        _probe.Change(ProbeAfter, Timeout.InfiniteTimeSpan);
    }

    private sealed record Waiting(TurnWrite Turn, TaskCompletionSource Done, CancellationToken Cancel);
}
