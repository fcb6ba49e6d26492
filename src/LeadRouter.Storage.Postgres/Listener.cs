using Microsoft.Extensions.Logging;
using Npgsql;

namespace LeadRouter.Storage.Postgres;

/// <summary>
/// Hears the commits of other processes: every batch and every write of a document notifies the channel named as the schema, with the name
/// of its writer. A connection that is lost is made again; what was said meanwhile is lost, so the waiters are woken then.
/// </summary>
internal sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly PostgresStoreOptions _options;
    private readonly CommitSignal _signal;
    private readonly Pools _pools;
    private readonly string _writer;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <param name="writer">The name of this process's writer, whose commits the waiters have heard of already.</param>
    public Listener(PostgresStoreOptions options, CommitSignal signal, Pools pools, string writer, TimeProvider time, ILogger log)
    {
        (_options, _signal, _pools, _writer, _time, _log) = (options, signal, pools, writer, time, log);
        _running = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var pause = FirstPause;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var db = new NpgsqlConnection(Sessions.Listener(_options));
                db.Notification += (_, heard) =>
                {
                    if (heard.Payload != _writer) _signal.Give();
                };
                await ListenAsync(db).ConfigureAwait(false);
                if (pause != FirstPause) Log.ListensAgain(_log);
                pause = FirstPause;
                while (true) await db.WaitAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            // Whatever it is: without hints the waiters look when their time is up.
            catch (Exception)
            {
                if (pause == FirstPause) Log.ListensNoMore(_log);
                _pools.Clear();
                await Task.Delay(pause, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection db)
    {
        await db.OpenAsync(_stop.Token).ConfigureAwait(false);
        await using var listen = new NpgsqlCommand($"LISTEN \"{_options.Schema}\"", db);
        await listen.ExecuteNonQueryAsync(_stop.Token).ConfigureAwait(false);
        _signal.Give();
    }
}
