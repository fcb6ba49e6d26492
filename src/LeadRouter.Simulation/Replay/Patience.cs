namespace LeadRouter.Simulation.Replay;

/// <summary>
/// How long callers are willing to wait, from waits that ended either way: who gave up shows his or her patience, of who was
/// served it is known only that it was longer. E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations (1958).
/// </summary>
internal sealed class Patience
{
    private readonly List<(double Seconds, double Stay)> _steps = [];
    private readonly double _meanSeconds;

    /// <param name="waits">Each wait in seconds, and whether it ended by giving up.</param>
    public Patience(IEnumerable<(double Seconds, bool GaveUp)> waits)
    {
        var sorted = waits.OrderBy(wait => wait.Seconds).ToList();
        var (left, stay) = (sorted.Count, 1.0);
        foreach (var at in sorted.GroupBy(wait => wait.Seconds))
        {
            var gaveUp = at.Count(wait => wait.GaveUp);
            GivenUp += gaveUp;
            if (gaveUp > 0)
                _steps.Add((at.Key, stay *= 1 - (double)gaveUp / left));
            left -= at.Count();
        }

        _meanSeconds = GivenUp > 0 ? sorted.Sum(wait => wait.Seconds) / GivenUp : double.PositiveInfinity;
    }

    /// <summary>How many gave up: what the estimate rests on.</summary>
    public int GivenUp { get; }

    /// <summary>Share of callers whose patience is longer than this.</summary>
    public double Stay(double seconds)
    {
        var (low, high) = (0, _steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _steps[middle].Seconds <= seconds ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? 1 : _steps[low - 1].Stay;
    }

    /// <summary>
    /// A patience of somebody who has already waited so long; null: endless. Beyond the longest wait that ended in giving up
    /// nothing is known: there the callers are taken to give up at the rate that they had on the whole.
    /// </summary>
    public TimeSpan? Longer(double thanSeconds, Draw draw)
    {
        if (GivenUp == 0)
            return null;
        var stay = Stay(thanSeconds) * draw.Between(0, 1);
        var (low, high) = (0, _steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _steps[middle].Stay > stay ? (middle + 1, high) : (low, middle);
        }

        return low < _steps.Count && _steps[low].Seconds > thanSeconds
            ? TimeSpan.FromSeconds(_steps[low].Seconds)
            : TimeSpan.FromSeconds(Math.Max(thanSeconds, _steps[^1].Seconds)) + draw.Exponential(_meanSeconds);
    }
}
