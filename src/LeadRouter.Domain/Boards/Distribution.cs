namespace LeadRouter.Domain.Boards;

/// <summary>A set of durations with exact percentiles (nearest rank). Not safe for many threads.</summary>
public sealed class Distribution
{
    private readonly List<double> _sorted = [];

    /// <summary>How many there are.</summary>
    public int Count => _sorted.Count;

    /// <summary>The largest, in seconds; null when empty.</summary>
    public double? Max => _sorted.Count == 0 ? null : _sorted[^1];

    /// <summary>Adds one; negative counts as 0.</summary>
    public void Add(TimeSpan duration)
    {
        var seconds = Math.Max(0, duration.TotalSeconds);
        var at = _sorted.BinarySearch(seconds);
        _sorted.Insert(at < 0 ? ~at : at, seconds);
    }

    /// <summary>The smallest value that at least this share of the values does not exceed, in seconds; null when empty.</summary>
    /// <param name="share">0 to 1.</param>
    public double? Percentile(double share) =>
        _sorted.Count == 0 ? null : _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Count) - 1, 0, _sorted.Count - 1)];
}
