using System.Diagnostics.Metrics;
using System.Numerics;

namespace LeadRouter.Observability.Exposition;

/// <summary>How an instrument is exposed: its type in the text format and the series that holds its values.</summary>
internal sealed record InstrumentShape(MetricKind Kind, Func<string, Series> NewSeries)
{
    private static readonly InstrumentShape Counter = new(MetricKind.Counter, labels => new SumSeries(labels, monotone: true));
    private static readonly InstrumentShape UpDown = new(MetricKind.Gauge, labels => new SumSeries(labels, monotone: false));
    private static readonly InstrumentShape Gauge = new(MetricKind.Gauge, labels => new LatestSeries(labels));
    private static readonly InstrumentShape Observed = new(MetricKind.Counter, labels => new LatestSeries(labels));

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
            return Observed;
        return kind == typeof(Histogram<>) ? Histogram(Bounds(instrument)) : null;
    }

    private static InstrumentShape Histogram(double[] bounds) => new(MetricKind.Histogram, labels => new HistogramSeries(labels, bounds));

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
