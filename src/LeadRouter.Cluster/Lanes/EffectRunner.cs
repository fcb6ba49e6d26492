using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Lanes;

/// <summary>Carries out effects beside the actors: a few at once, again until they are done, and then takes them out of the outbox.</summary>
internal sealed partial class EffectRunner(IEngineStore store, EngineOptions options, TimeProvider time, ILogger logger, Action consumed) : IDisposable
{
    /// <summary>The longest pause between two tries: a rep waits for this call.</summary>
    private const double MostSeconds = 5;

    private readonly Dictionary<string, IEffectHandler> _handlers = [];
    private readonly SemaphoreSlim _places = new(options.MaxEffects);
    private readonly ConcurrentDictionary<OutboxKey, Task> _running = new();
    private readonly CancellationTokenSource _stop = new();

    public void Add(IEffectHandler handler) => _handlers.Add(handler.Kind, handler);

    public bool Takes(string kind) => _handlers.ContainsKey(kind);

    public void Start(OutboxKey key, ActorId to, Message message)
    {
        var effect = Task.Run(() => RunAsync(key, to, message));
        _running[key] = effect;
        // Only now: an effect that ends before it is in the list must not stay there.
        _ = effect.ContinueWith(_ => _running.TryRemove(key, out Task? _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _places.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(OutboxKey key, ActorId to, Message message)
    {
        for (var failures = 0; !_stop.IsCancellationRequested;)
        {
            try
            {
                await _places.WaitAsync(_stop.Token);
                try
                {
                    await _handlers[to.Kind].HandleAsync(message, _stop.Token);
                }
                finally
                {
                    _places.Release();
                }

                await store.CommitAsync(new TurnWrite { Id = to, ExpectedVersion = 0, Consumed = key }, CancellationToken.None);
                consumed();
                break;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception trouble)
            {
                // Doing an effect again is safe by its contract; giving it up would lose it.
                LogRetry(trouble, to.Kind, ++failures);
                var pause = Math.Min(options.RetryAfter.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 6)), MostSeconds);
                await Task.Delay(TimeSpan.FromSeconds(pause), time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An effect of kind {kind} failed ({failures} times so far); it is tried again")]
    private partial void LogRetry(Exception trouble, string kind, int failures);
}
