using LeadRouter.Turns.Actors;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Telephony.Simulated;

/// <summary>
/// A carrier that lives in this process: nothing leaves the machine. What happens in a call is a <see cref="SimulatedCallPlan"/>;
/// this class only plays it on the clock and reports it. Safe to call from many threads.
/// </summary>
public sealed class SimulatedCarrier : ICarrier, IAsyncDisposable
{
    private readonly SimulatedCarrierOptions _options;
    private readonly Func<ICarrierEvents> _events;
    private readonly TimeProvider _time;
    private readonly ILogger<SimulatedCarrier> _log;
    private readonly Dictionary<string, Task> _calls = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private bool _disposed;

    /// <summary>Makes a carrier.</summary>
    /// <param name="options">Settings without <see cref="SimulatedCarrierOptions.Problems"/>.</param>
    /// <param name="events">Asked for at the first report, because the receiver usually needs the carrier itself.</param>
    /// <param name="time">The clock the calls are played on.</param>
    /// <param name="log">Where trouble with delivering a report is told.</param>
    public SimulatedCarrier(SimulatedCarrierOptions options, Func<ICarrierEvents> events, TimeProvider time, ILogger<SimulatedCarrier> log)
    {
        if (options.Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(options));
        (_options, _events, _time, _log) = (options, events, time, log);
    }

    /// <inheritdoc/>
    public string Name => "simulated";

    /// <summary>Calls in progress.</summary>
    public int ActiveCalls
    {
        get
        {
            lock (_gate)
                return _calls.Count;
        }
    }

    /// <inheritdoc/>
    public Task<PlaceCallResult> PlaceAsync(CallOrder order, CancellationToken cancel) => Task.FromResult(Place(order));

    /// <summary>Hangs up all calls without further reports and returns when none is left.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] playing;
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
            playing = [.. _calls.Values];
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(playing).ConfigureAwait(false);
        _stop.Dispose();
    }

    private PlaceCallResult Place(CallOrder order)
    {
        var callId = $"sim-{order.Attempt.Value}";
        var placedAt = _time.GetUtcNow();
        lock (_gate)
        {
            if (_disposed)
                return new PlaceCallResult(PlaceCallOutcome.Refused, Reason: "The simulated carrier has stopped.");
            if (_calls.ContainsKey(order.Attempt.Value))
                return new PlaceCallResult(PlaceCallOutcome.Taken, callId);
            if (_calls.Count >= _options.MaxCalls)
                return new PlaceCallResult(PlaceCallOutcome.Refused, Reason: $"The simulated carrier has all of its {_options.MaxCalls} lines in use.");
            // On the thread pool: a report must not arrive inside the caller's own turn.
            _calls[order.Attempt.Value] = Task.Run(() => PlayAsync(order, placedAt));
        }

        return new PlaceCallResult(PlaceCallOutcome.Taken, callId);
    }

    private async Task PlayAsync(CallOrder order, DateTimeOffset placedAt)
    {
        var draw = SimulatedDraw.For(_options.Seed, order.Attempt);
        try
        {
            foreach (var step in SimulatedCallPlan.Make(_options, draw, TimeSpan.FromSeconds(order.RingSeconds)))
            {
                var at = placedAt + step.After;
                var wait = at - _time.GetUtcNow();
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, _time, _stop.Token).ConfigureAwait(false);
                var leg = step.Leg == CallLeg.Rep ? "rep" : "lead";
                await DeliverAsync(new CarrierReport(order.Lead, order.Attempt, step.Leg, step.Status, at, $"sim-{order.Attempt.Value}-{leg}", step.ByMachine)).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed: the call is hung up and nobody wants to hear of it.
        }
        finally
        {
            lock (_gate)
                _calls.Remove(order.Attempt.Value);
        }
    }

    private async Task DeliverAsync(CarrierReport report)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                await _events().ReportAsync(report, _stop.Token).ConfigureAwait(false);
                return;
            }
            catch (Exception busy) when (busy is StoreUnavailableException or OverloadedException)
            {
                var pause = RetryPause(failures);
                if (failures == 0)
                    SimulatedCarrierLog.StoreUnavailable(_log, report.Attempt.Value, report.Leg, report.Status, pause.TotalSeconds);
                await Task.Delay(pause, _time, _stop.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OperationCanceledException || !_stop.IsCancellationRequested)
            {
                // A fault of the receiver, not of the store or of the moment: trying again would only repeat it, and the call goes on.
                SimulatedCarrierLog.ReportFailed(_log, error, report.Attempt.Value, report.Leg, report.Status);
                return;
            }
        }
    }

    /// <summary>0.1 s, doubling to 5 s.</summary>
    internal static TimeSpan RetryPause(int failures) => TimeSpan.FromSeconds(Math.Min(5, 0.1 * Math.Pow(2, Math.Min(failures, 10))));
}
