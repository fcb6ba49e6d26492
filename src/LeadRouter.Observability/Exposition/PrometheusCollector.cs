using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Numerics;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadRouter.Observability.Exposition;

/// <summary>Listens to our meters and renders what they say in the Prometheus text format.</summary>
public sealed partial class PrometheusCollector : IDisposable
{
    private readonly PrometheusOptions _options;
    private readonly IMeterFactory _scope;
    private readonly ILogger<PrometheusCollector> _logger;
    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Lock _scraping = new();

    /// <param name="scope">Only meters made by this factory, or by none, are listened to: two servers in one process do not mix.</param>
    public PrometheusCollector(IMeterFactory scope, IOptions<PrometheusOptions> options, ILogger<PrometheusCollector> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_scope, _options, _logger) = (scope, options.Value, logger);
        _listener.InstrumentPublished = OnPublished;
        Listen<byte>();
        Listen<short>();
        Listen<int>();
        Listen<long>();
        Listen<float>();
        Listen<double>();
        Listen<decimal>();
        _listener.Start();
    }

    /// <summary>The current values of everything, as text. Observed instruments are asked now.</summary>
    public string Scrape()
    {
        lock (_scraping)
        {
            var families = _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal).ToArray();
            foreach (var family in families)
            {
                if (family.Observed)
                    family.Clear();
            }
            Observe();
            var output = new StringBuilder(16 * 1024);
            foreach (var family in families)
                family.Write(output);
            return output.ToString();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Observe()
    {
        try
        {
            _listener.RecordObservableInstruments();
        }
        catch (AggregateException failures)
        {
            // The instruments that did answer are still worth serving.
            LogObservationFailed(_logger, failures);
        }
    }

    private void Listen<T>() where T : struct, INumberBase<T> =>
        _listener.SetMeasurementEventCallback<T>(static (_, value, tags, family) =>
            ((MetricFamily)family!).Record(double.CreateSaturating(value), tags));

    private void OnPublished(Instrument instrument, MeterListener listener)
    {
        var meter = instrument.Meter;
        if (!meter.Name.StartsWith(_options.MeterPrefix, StringComparison.Ordinal) || (meter.Scope is not null && !ReferenceEquals(meter.Scope, _scope)))
            return;
        if (InstrumentShape.Of(instrument) is not { } shape)
            return;
        var name = PrometheusText.Name(instrument.Name);
        var family = _families.GetOrAdd(name, static (key, made) => made.Collector.NewFamily(key, made.Instrument, made.Shape), (Collector: this, Instrument: instrument, Shape: shape));
        if (family.Kind == shape.Kind && family.Observed == instrument.IsObservable)
            listener.EnableMeasurementEvents(instrument, family);
        else
            LogNameTaken(_logger, name, meter.Name);
    }

    private MetricFamily NewFamily(string name, Instrument instrument, InstrumentShape shape) =>
        new(name, instrument.Description ?? name, shape.Kind, instrument.IsObservable, _options.SeriesLimit, shape.NewSeries, metric => LogOverflow(_logger, metric, _options.SeriesLimit));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metric {Metric} has reached its limit of {Limit} label sets; further ones are added up under overflow=\"true\"")]
    private static partial void LogOverflow(ILogger logger, string metric, int limit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metric {Metric} of meter {Meter} is not exposed: the name is taken by another kind of instrument")]
    private static partial void LogNameTaken(ILogger logger, string metric, string meter);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Some metrics could not be observed")]
    private static partial void LogObservationFailed(ILogger logger, Exception failures);
}
