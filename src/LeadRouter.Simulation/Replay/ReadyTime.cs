namespace LeadRouter.Simulation.Replay;

/// <summary>
/// How long after a call agents are ready for the next, from pauses that only say between which two times each was: B. W. Turnbull, The
/// Empirical Distribution Function with Arbitrarily Grouped, Censored and Truncated Data (1976). An absence that nobody
/// waited for does not show; how probable it is, those say that somebody did wait for.
/// </summary>
internal sealed class ReadyTime
{
    private const int Rounds = 200;
    private const double Settled = 1e-6;

    /// <summary>Whole seconds up to a minute, then steps of a tenth.</summary>
    private static readonly double[] Edges = MakeEdges();
    private readonly double[] _share = [.. Enumerable.Repeat(1.0 / (Edges.Length - 1), Edges.Length - 1)];
    private readonly double[] _below = new double[Edges.Length];

    /// <param name="readyBetween">Seconds after which each was ready, at the latest at the second; the first is less.</param>
    public ReadyTime(IEnumerable<(double After, double By)> readyBetween)
    {
        var known = readyBetween.Select(one => Cells(one.After, one.By)).CountBy(cells => cells).ToList();
        var isSettled = known.Count == 0;
        for (var round = 0; round < Rounds && !isSettled; round++)
            isSettled = Improve(known);
        Sum();
    }

    /// <summary>Share of pauses after which the agent is ready in this time.</summary>
    public double Within(double seconds)
    {
        var cell = Cell(seconds);
        return _below[cell] + _share[cell] * Math.Min(1, (seconds - Edges[cell]) / (Edges[cell + 1] - Edges[cell]));
    }

    /// <summary>A time of somebody who was ready after <paramref name="after"/> and by <paramref name="by"/>.</summary>
    public double Between(double after, double by, Draw draw)
    {
        var (low, high) = (Within(after), Within(by));
        var place = draw.Between(low, high);
        if (high <= low)
            return by;
        var cell = Math.Clamp(Array.FindLastIndex(_below, below => below <= place), 0, _share.Length - 1);
        var seconds = Edges[cell] + (_share[cell] > 0 ? (place - _below[cell]) / _share[cell] : 0) * (Edges[cell + 1] - Edges[cell]);
        return Math.Clamp(seconds, after, by);
    }

    /// <summary>Each observation is shared out over its cells as the shares of now say; what a cell gets is its new share.</summary>
    private bool Improve(List<KeyValuePair<(int First, int Last), int>> known)
    {
        Sum();
        var change = new double[_share.Length + 1];
        foreach (var ((first, last), count) in known)
        {
            var sum = _below[last + 1] - _below[first];
            if (sum <= 0)
                continue;
            change[first] += count / sum;
            change[last + 1] -= count / sum;
        }

        var (running, total) = (0.0, 0.0);
        var next = new double[_share.Length];
        for (var i = 0; i < next.Length; i++)
            total += next[i] = _share[i] * (running += change[i]);
        var moved = 0.0;
        for (var i = 0; i < next.Length; i++)
        {
            moved = Math.Max(moved, Math.Abs(next[i] / total - _share[i]));
            _share[i] = next[i] / total;
        }

        return moved < Settled;
    }

    private void Sum()
    {
        for (var i = 0; i < _share.Length; i++)
            _below[i + 1] = _below[i] + _share[i];
    }

    private static (int First, int Last) Cells(double after, double by)
    {
        var first = Cell(after);
        var end = Array.FindIndex(Edges, edge => edge >= by);
        return (first, Math.Max(first, end < 0 ? Edges.Length - 2 : end - 1));
    }

    private static int Cell(double seconds) => Math.Clamp(Array.FindLastIndex(Edges, edge => edge <= seconds), 0, Edges.Length - 2);

    private static double[] MakeEdges()
    {
        var edges = Enumerable.Range(0, 61).Select(second => (double)second).ToList();
        while (edges[^1] < AgentCalls.NightFrom.TotalSeconds)
            edges.Add(Math.Ceiling(edges[^1] * 1.1));
        return [.. edges];
    }
}
