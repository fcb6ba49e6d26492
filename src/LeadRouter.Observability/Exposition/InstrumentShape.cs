using System.Diagnostics.Metrics;
using System.Numerics;
using Prometheus;

namespace LeadRouter.Observability.Exposition;

/// <summary>What an instrument is in the registry.</summary>
/// <param name="Kind">The registry's type for it.</param>
/// <param name="NewSeries">Makes a series of a metric from the names and the values of its labels.</param>
internal sealed record InstrumentShape(Type Kind, Func<MetricFactory, MetricText, string[], string[], Series> NewSeries)
{
    private static readonly InstrumentShape Counter = OfCounter(child => value =>
    {
        // The registry throws at what would make a counter fall, and whoever counts would get that.
        if (double.IsFinite(value) && value >= 0)
            child.Inc(value);
    });

    private static readonly InstrumentShape ObservedCounter = OfCounter(child => child.IncTo);

    private static readonly InstrumentShape UpDown = OfGauge(child => value =>
    {
        if (double.IsFinite(value))
            child.Inc(value);
    });

    private static readonly InstrumentShape Gauge = OfGauge(child => child.Set);

    /// <summary>The shape, or null for a kind of instrument that we do not know.</summary>
    public static InstrumentShape? Of(Instrument instrument)
    {
        var type = instrument.GetType();
        if (!type.IsGenericType)
            return null;
        var kind = type.GetGenericTypeDefinition();
        if (kind == typeof(Counter<>))
            return Counter;
        if (kind == typeof(UpDownCounter<>))
            return UpDown;
        if (kind == typeof(Gauge<>) || kind == typeof(ObservableGauge<>) || kind == typeof(ObservableUpDownCounter<>))
            return Gauge;
        if (kind == typeof(ObservableCounter<>))
            return ObservedCounter;
        return kind == typeof(Histogram<>) ? OfHistogram(Bounds(instrument)) : null;
    }

    // Nothing is shown before it was measured: a series that is no longer observed has no value, not the value 0.

    private static InstrumentShape OfCounter(Func<Counter.Child, Action<double>> record) => new(typeof(Counter), (registry, metric, names, values) =>
    {
        var child = registry.CreateCounter(metric.Name, metric.Help, names, new CounterConfiguration { SuppressInitialValue = true }).WithLabels(values);
        return new Series(child, record(child));
    });

    private static InstrumentShape OfGauge(Func<Gauge.Child, Action<double>> record) => new(typeof(Gauge), (registry, metric, names, values) =>
    {
        var child = registry.CreateGauge(metric.Name, metric.Help, names, new GaugeConfiguration { SuppressInitialValue = true }).WithLabels(values);
        return new Series(child, record(child));
    });

    private static InstrumentShape OfHistogram(double[] bounds) => new(typeof(Histogram), (registry, metric, names, values) =>
    {
        var child = registry.CreateHistogram(metric.Name, metric.Help, names, new HistogramConfiguration { Buckets = bounds, SuppressInitialValue = true }).WithLabels(values);
        return new Series(child, value =>
        {
            if (double.IsFinite(value))
                child.Observe(value);
        });
    });

    private static double[] Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> h => Advised(h),
        Histogram<float> h => Advised(h),
        Histogram<long> h => Advised(h),
        Histogram<int> h => Advised(h),
        _ => null,
    } ?? [.. Buckets.Sla];

    private static double[]? Advised<T>(Histogram<T> histogram) where T : struct, INumberBase<T> =>
        histogram.Advice?.HistogramBucketBoundaries is { Count: > 0 } bounds ? [.. bounds.Select(double.CreateSaturating).Order()] : null;
}
