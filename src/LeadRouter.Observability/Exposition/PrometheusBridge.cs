using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Numerics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Prometheus;

namespace LeadRouter.Observability.Exposition;

/// <summary>Listens to our meters and keeps what they say in the registry of prometheus-net, which <c>/metrics</c> serves.</summary>
public sealed partial class PrometheusBridge : IDisposable
{
    private readonly PrometheusOptions _options;
    private readonly IMeterFactory _scope;
    private readonly ILogger<PrometheusBridge> _logger;
    private readonly MetricFactory _factory;
    private readonly ConcurrentDictionary<string, BridgedMetric> _metrics = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Lock _observing = new();

    /// <param name="scope">Only meters made by this factory, or by none, are listened to: two servers in one process do not mix.</param>
    /// <param name="registry">Where the metrics go; its scrapes ask the observed instruments.</param>
    public PrometheusBridge(IMeterFactory scope, CollectorRegistry registry, IOptions<PrometheusOptions> options, ILogger<PrometheusBridge> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(registry);
        (_scope, _options, _logger) = (scope, options.Value, logger);
        _factory = Prometheus.Metrics.WithCustomRegistry(registry);
        // By default every measurement would look for a trace to name, which nobody reads.
        _factory.ExemplarBehavior = ExemplarBehavior.NoExemplars();
        _listener.InstrumentPublished = OnPublished;
        Listen<byte>();
        Listen<short>();
        Listen<int>();
        Listen<long>();
        Listen<float>();
        Listen<double>();
        Listen<decimal>();
        _listener.Start();
        registry.AddBeforeCollectCallback(Observe);
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Observe()
    {
        lock (_observing)
        {
            var observed = _metrics.Values.Where(metric => metric.Observed).ToArray();
            foreach (var metric in observed)
                metric.BeginObservation();
            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException failures)
            {
                // The instruments that did answer are still worth serving.
                LogObservationFailed(_logger, failures);
            }
            foreach (var metric in observed)
                metric.EndObservation();
        }
    }

    private void Listen<T>() where T : struct, INumberBase<T> =>
        _listener.SetMeasurementEventCallback<T>(static (_, value, tags, metric) =>
            ((BridgedMetric)metric!).Record(double.CreateSaturating(value), tags));

    private void OnPublished(Instrument instrument, MeterListener listener)
    {
        var meter = instrument.Meter;
        if (!meter.Name.StartsWith(_options.MeterPrefix, StringComparison.Ordinal) || (meter.Scope is not null && !ReferenceEquals(meter.Scope, _scope)))
            return;
        if (InstrumentShape.Of(instrument) is not { } shape)
            return;
        var metric = _metrics.GetOrAdd(instrument.Name, static (_, made) => made.Bridge.NewMetric(made.Instrument, made.Shape), (Bridge: this, Instrument: instrument, Shape: shape));
        if (metric.Kind == shape.Kind && metric.Observed == instrument.IsObservable)
            listener.EnableMeasurementEvents(instrument, metric);
        else
            LogNameTaken(_logger, instrument.Name, meter.Name);
    }

    private BridgedMetric NewMetric(Instrument instrument, InstrumentShape shape) =>
        new(_factory, MetricText.Of(instrument.Name, instrument.Description), shape, instrument.IsObservable, _options.SeriesLimit, metric => LogOverflow(_logger, metric, _options.SeriesLimit));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metric {Metric} has reached its limit of {Limit} label sets; further ones are added up under overflow=\"true\"")]
    private static partial void LogOverflow(ILogger logger, string metric, int limit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metric {Metric} of meter {Meter} is not exposed: the name is taken by another kind of instrument")]
    private static partial void LogNameTaken(ILogger logger, string metric, string meter);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Some metrics could not be observed")]
    private static partial void LogObservationFailed(ILogger logger, Exception failures);
}
