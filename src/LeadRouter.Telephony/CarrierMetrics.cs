using System.Diagnostics.Metrics;

namespace LeadRouter.Telephony;

/// <summary>What the carriers measure, on the meter <c>LeadRouter</c>. Tags are bounded: never a lead, a phone or a rep.</summary>
internal sealed class CarrierMetrics
{
    private readonly Histogram<double> _queueSeconds;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _callbacks;

    public CarrierMetrics(IMeterFactory factory)
    {
        var meter = factory.Create("LeadRouter");
        _queueSeconds = meter.CreateHistogram<double>("leadrouter_carrier_queue_seconds", "s", "How long a call waits for its turn: in this router's throttle, and in the carrier's own queue as the carrier tells it");
        _calls = meter.CreateCounter<long>("leadrouter_carrier_calls_total", description: "Orders to call by outcome: taken, refused, uncertain");
        _callbacks = meter.CreateCounter<long>("leadrouter_carrier_callbacks_total", description: "Callbacks of the carrier by result");
    }

    public void WaitedHere(TimeSpan wait) => _queueSeconds.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("where", "router"));

    public void WaitsAtCarrier(TimeSpan wait) => _queueSeconds.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("where", "carrier"));

    public void Placed(PlaceCallOutcome outcome) => _calls.Add(1, new KeyValuePair<string, object?>("outcome", outcome switch
    {
        PlaceCallOutcome.Taken => "taken",
        PlaceCallOutcome.Refused => "refused",
        _ => "uncertain",
    }));

    /// <param name="result">reported, or the problem's code.</param>
    public void Callback(string result) => _callbacks.Add(1, new KeyValuePair<string, object?>("result", result));
}
