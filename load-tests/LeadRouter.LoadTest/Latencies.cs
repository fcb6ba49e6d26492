using System.Globalization;
using HdrHistogram;

namespace LeadRouter.LoadTest;

/// <summary>Collected latencies and their percentiles, to three digits.</summary>
internal sealed class Latencies
{
    private readonly LongConcurrentHistogram _microseconds = new(1, TimeSpan.MicrosecondsPerHour, numberOfSignificantValueDigits: 3);

    public void Add(TimeSpan latency) => _microseconds.RecordValue((long)latency.TotalMicroseconds);

    public string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"p50 {At(50):0.00} ms  p90 {At(90):0.00}  p99 {At(99):0.00}  max {At(100):0.00}  (n {_microseconds.TotalCount})");

    private double At(double percent) => _microseconds.GetValueAtPercentile(percent) / 1000.0;
}
