using Microsoft.Extensions.Logging;

namespace LeadRouter.Telephony.Twilio;

/// <summary>
/// Places calls with Twilio: rings the rep and bridges the lead. An order is sent again only while it is certain that Twilio has
/// not taken it; whatever is doubtful is <see cref="PlaceCallOutcome.Uncertain"/>, because dialling a person twice is worse than once too seldom.
/// </summary>
internal sealed class TwilioCarrier : ICarrier, IDisposable
{
    /// <summary>A longer wait that Twilio asks for is a refusal: the rep is on the line now.</summary>
    private static readonly TimeSpan MaxRetryPause = TimeSpan.FromSeconds(10);

    private readonly TwilioCallsClient _client;
    private readonly TwilioOptions _options;
    private readonly CallThrottle _throttle;
    private readonly TimeProvider _time;
    private readonly CarrierMetrics _metrics;
    private readonly ILogger<TwilioCarrier> _log;

    public TwilioCarrier(TwilioCallsClient client, TwilioOptions options, TimeProvider time, CarrierMetrics metrics, ILogger<TwilioCarrier> log, LiveServers? servers = null)
    {
        (_client, _options, _time, _metrics, _log) = (client, options, time, metrics, log);
        _throttle = new CallThrottle(options.CallsPerSecond, options.MaxQueuedCalls, time, servers is null ? () => 1 : servers.Count);
    }

    /// <inheritdoc/>
    public string Name => "twilio";

    /// <summary>Calls that wait for their turn.</summary>
    public int Waiting => _throttle.Waiting;

    /// <summary>Refuses the calls that wait.</summary>
    public void Dispose() => _throttle.Dispose();

    /// <inheritdoc/>
    /// <remarks>When <paramref name="cancel"/> fires the result is a refusal if nothing was sent and uncertain otherwise; it does not throw.</remarks>
    public async Task<PlaceCallResult> PlaceAsync(CallOrder order, CancellationToken cancel)
    {
        PlaceCallResult result;
        try
        {
            result = Impossible(order) is { } reason ? Refused(reason) : await SendAsync(order, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Only the waits before a request throw it; a request that was sent has its own answer.
            result = Refused("The router stopped before the call was sent.");
        }

        _metrics.Placed(result.Outcome);
        if (result.Outcome == PlaceCallOutcome.Taken)
            TwilioLog.Taken(_log, order.Attempt.Value, result.CarrierCallId);
        else
            TwilioLog.NotTaken(_log, order.Attempt.Value, result.Outcome, result.Reason);
        return result;
    }

    private async Task<PlaceCallResult> SendAsync(CallOrder order, CancellationToken cancel)
    {
        var fields = TwilioCallForm.Fields(order, _options);
        for (var sends = 1; ; sends++)
        {
            if (await _throttle.WaitAsync(cancel).ConfigureAwait(false) is not { } waited)
                return Refused($"{_options.MaxQueuedCalls} calls wait already for their turn at Twilio.");
            _metrics.WaitedHere(waited);

            var answer = await _client.CreateAsync(fields, cancel).ConfigureAwait(false);
            if (answer.QueueTime is { } queued)
                _metrics.WaitsAtCarrier(queued);
            switch (answer.Kind)
            {
                case TwilioAnswerKind.Accepted:
                    return new PlaceCallResult(PlaceCallOutcome.Taken, answer.CallSid);
                case TwilioAnswerKind.Rejected:
                    return Refused(answer.Reason);
                case TwilioAnswerKind.NotTaken when sends < _options.MaxSends && RetryPause(sends, answer.RetryAfter) is { } pause:
                    TwilioLog.SendAgain(_log, order.Attempt.Value, answer.Reason, pause.TotalSeconds);
                    await Task.Delay(pause, _time, cancel).ConfigureAwait(false);
                    break;
                case TwilioAnswerKind.NotTaken:
                    return Refused(answer.Reason);
                default:
                    return new PlaceCallResult(PlaceCallOutcome.Uncertain, Reason: answer.Reason);
            }
        }
    }

    /// <summary>0.5 s, doubling with each send, or what Twilio asked for if that is longer; null when that is too long to wait.</summary>
    internal static TimeSpan? RetryPause(int sends, TimeSpan? retryAfter)
    {
        var pause = TimeSpan.FromSeconds(0.5 * Math.Pow(2, sends - 1));
        if (retryAfter > pause)
            pause = retryAfter.Value;
        return pause <= MaxRetryPause ? pause : null;
    }

    private static string? Impossible(CallOrder order)
    {
        if (order.RepPhone is not { } repPhone)
            return "The rep has no phone number.";
        if (!repPhone.IsE164)
            return "The rep's phone number is not in international form.";
        return order.LeadPhone.IsE164 ? null : "The lead's phone number is not in international form.";
    }

    private static PlaceCallResult Refused(string? reason) => new(PlaceCallOutcome.Refused, Reason: reason);
}
