namespace LeadRouter.Simulation.Replay;

/// <summary>When anybody waited in a queue, by the records.</summary>
internal sealed class WaitingTime
{
    private readonly List<Stretch> _stretches = [];

    public WaitingTime(IEnumerable<RecordedCall> calls)
    {
        foreach (var call in calls.Where(call => call.QueuedAt is not null).OrderBy(call => call.QueuedAt))
        {
            var from = Staffing.Instant(call.QueuedAt!.Value);
            var wait = new Stretch(from, from.AddSeconds(call.QueueSeconds));
            if (_stretches.Count == 0 || _stretches[^1].To < wait.From)
                _stretches.Add(wait);
            else if (_stretches[^1].To < wait.To)
                _stretches[^1] = _stretches[^1] with { To = wait.To };
        }
    }

    /// <summary>How much of a stretch of time somebody waited.</summary>
    public TimeSpan Within(Stretch time)
    {
        var (low, high) = (0, _stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _stretches[middle].To <= time.From ? (middle + 1, high) : (low, middle);
        }

        var sum = TimeSpan.Zero;
        for (; low < _stretches.Count && _stretches[low].From < time.To; low++)
        {
            var (from, to) = (_stretches[low].From, _stretches[low].To);
            sum += (to < time.To ? to : time.To) - (from > time.From ? from : time.From);
        }

        return sum;
    }
}
