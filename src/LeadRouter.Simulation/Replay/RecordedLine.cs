namespace LeadRouter.Simulation.Replay;

/// <summary>Who waited when, by the records.</summary>
internal sealed class RecordedLine
{
    private readonly RecordedWait[] _waits;
    private readonly TimeSpan _longest;

    public RecordedLine(IEnumerable<RecordedCall> calls)
    {
        _waits = [.. calls.Where(call => call.QueuedAt is not null).Select(call => new RecordedWait(call, call.QueuedAt!.Value, call.QueuedAt.Value.AddSeconds(call.QueueSeconds))).OrderBy(wait => wait.From)];
        _longest = _waits.Select(wait => wait.To - wait.From).DefaultIfEmpty().Max();
    }

    /// <summary>All waits, by their beginning.</summary>
    public IReadOnlyList<RecordedWait> Waits => _waits;

    /// <summary>Those that began before <paramref name="to"/> and were not over at <paramref name="from"/>.</summary>
    public IEnumerable<RecordedWait> Between(DateTime from, DateTime to)
    {
        var (low, high) = (0, _waits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _waits[middle].From < from - _longest ? (middle + 1, high) : (low, middle);
        }

        for (; low < _waits.Length && _waits[low].From < to; low++)
        {
            if (_waits[low].To > from)
                yield return _waits[low];
        }
    }
}

/// <summary>A recorded call's time in the line.</summary>
internal readonly record struct RecordedWait(RecordedCall Call, DateTime From, DateTime To);
