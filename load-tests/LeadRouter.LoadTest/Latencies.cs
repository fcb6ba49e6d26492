using System.Globalization;

namespace LeadRouter.LoadTest;

/// <summary>Collected latencies and their percentiles (nearest rank).</summary>
internal sealed class Latencies
{
    private readonly Lock _lock = new();
    private readonly List<double> _milliseconds = [];

    public int Count
    {
        get { lock (_lock) return _milliseconds.Count; }
    }

    public void Add(TimeSpan latency)
    {
        lock (_lock)
            _milliseconds.Add(latency.TotalMilliseconds);
    }

    public string Describe()
    {
        double[] sorted;
        lock (_lock)
            sorted = [.. _milliseconds.Order()];
        if (sorted.Length == 0)
            return "none";
        double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
        return string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0.00} ms  p90 {At(0.9):0.00}  p99 {At(0.99):0.00}  max {sorted[^1]:0.00}  (n {sorted.Length})");
    }
}
