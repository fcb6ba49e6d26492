using System.Text;

namespace LeadRouter.Observability.Exposition;

/// <summary>Counts measurements by bucket.</summary>
internal sealed class HistogramSeries(string labels, double[] upperBounds) : Series(labels)
{
    /// <summary>One per bound and a last one for what is above all of them; not cumulative.</summary>
    private readonly long[] _counts = new long[upperBounds.Length + 1];
    private AtomicDouble _sum;

    public override void Record(double value)
    {
        if (!double.IsFinite(value))
            return;
        // A bucket's bound belongs to it (le = less or equal), so an exact hit is the bucket itself.
        var found = Array.BinarySearch(upperBounds, value);
        Interlocked.Increment(ref _counts[found >= 0 ? found : ~found]);
        _sum.Add(value);
    }

    public override void Write(StringBuilder output, string name)
    {
        // The count is the sum of the buckets just read, so that a scrape in the middle of measurements stays consistent.
        long total = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            total += Volatile.Read(ref _counts[i]);
            var bound = i < upperBounds.Length ? upperBounds[i] : double.PositiveInfinity;
            WriteSample(output, name + "_bucket", $"le=\"{PrometheusText.Number(bound)}\"", total);
        }
        WriteSample(output, name + "_sum", "", _sum.Value);
        WriteSample(output, name + "_count", "", total);
    }
}
