using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>Ways to create our instruments that leave no room for the wrong unit or a missing description.</summary>
internal static class MeterShorthand
{
    public static Counter<long> Count(this Meter meter, string name, string description) =>
        meter.CreateCounter<long>(name, unit: null, description);

    public static Histogram<double> Seconds(this Meter meter, string name, string description, IReadOnlyList<double> buckets) =>
        meter.CreateHistogram(name, unit: "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });

    /// <summary>Clocks that were set back do not make negative durations.</summary>
    public static double NotNegativeSeconds(this TimeSpan duration) => Math.Max(0, duration.TotalSeconds);
}
