namespace LeadRouter.Campaign.Tests.World;

/// <summary>When something was so, as a list of spans; the last one may be open. Safe for many threads.</summary>
internal sealed class Spans
{
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _spans = [];

    /// <summary>From now on it is so.</summary>
    public void Begins(DateTimeOffset at)
    {
        lock (_lock)
            _spans.Add((at, DateTimeOffset.MaxValue));
    }

    /// <summary>It is over; when it was already, nothing changes.</summary>
    public void Ends(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_spans is [.., var last] && last.To == DateTimeOffset.MaxValue)
                _spans[^1] = (last.From, at);
        }
    }

    /// <summary>How much of the time between two instants it was so.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        lock (_lock)
        {
            // From the newest back: nearly all questions are about the last moments.
            for (var i = _spans.Count - 1; i >= 0 && _spans[i].To > from; i--)
            {
                var start = _spans[i].From > from ? _spans[i].From : from;
                var end = _spans[i].To < to ? _spans[i].To : to;
                if (start < end)
                    total += end - start;
            }
        }

        return total;
    }

    /// <summary>Whether it was so without a break between two instants.</summary>
    public bool Covers(DateTimeOffset from, DateTimeOffset to)
    {
        lock (_lock)
            return _spans.Any(span => span.From <= from && to <= span.To);
    }
}
