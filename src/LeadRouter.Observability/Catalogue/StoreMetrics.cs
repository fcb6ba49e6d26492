using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>Durable writes.</summary>
public sealed class StoreMetrics
{
    private readonly Meter _meter;
    private readonly Histogram<double> _commitSeconds;
    private readonly Histogram<double> _batchSize;

    internal StoreMetrics(Meter meter)
    {
        _meter = meter;
        _commitSeconds = meter.Seconds("leadrouter_store_commit_seconds", "Time of one transaction that makes a batch of turns durable.", Buckets.Latency);
        _batchSize = meter.CreateHistogram("leadrouter_store_batch_size", unit: null, "Turns made durable by one transaction.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets.Sizes });
    }

    /// <summary>A transaction was committed.</summary>
    /// <param name="turns">How many turns it made durable.</param>
    /// <param name="elapsed">What it took.</param>
    public void Committed(int turns, TimeSpan elapsed)
    {
        _batchSize.Record(turns);
        _commitSeconds.Record(elapsed.NotNegativeSeconds());
    }

    /// <summary>Feeds <c>leadrouter_store_healthy</c>: 1 while writes are believed to work, else 0.</summary>
    public void ObserveHealthy(Func<bool> observe) =>
        _meter.CreateObservableGauge("leadrouter_store_healthy", () => observe() ? 1 : 0, unit: null, "1 while writes work, else 0.");

    /// <summary>Feeds <c>leadrouter_wal_bytes</c>: the size of the store's write-ahead log.</summary>
    public void ObserveWalBytes(Func<long> observe) =>
        _meter.CreateObservableGauge("leadrouter_wal_bytes", observe, unit: "By", "Size of the write-ahead log, in bytes.");
}
