namespace LeadRouter.Simulation.Replay;

/// <summary>
/// Which absences are made up when they begin late: a break is, a meeting and the way home end by the clock. Where the line runs
/// no record says; it is the one number that is tried out, on the days to learn from, until those wait as they did.
/// </summary>
internal static class MadeUpFit
{
    /// <summary>Two seeds differ by more.</summary>
    private const double Near = 0.02;

    private static readonly double[] Minutes = [0, 2, 5, 10, 15, 20, 30, 60, 240];

    /// <summary>The more absences are made up, the longer all wait: halves the choices until one is near enough or none is left, and takes the best that was tried.</summary>
    /// <param name="replay">The days to learn from, with absences of up to so long made up.</param>
    public static TimeSpan Of(Func<TimeSpan, IReadOnlyList<ReplayedCall>> replay)
    {
        var (low, high) = (0, Minutes.Length - 1);
        var (best, least) = (TimeSpan.Zero, double.PositiveInfinity);
        while (low <= high && least > Near)
        {
            var middle = (low + high) / 2;
            var longest = TimeSpan.FromMinutes(Minutes[middle]);
            var longer = WaitComparison.Of(replay(longest)).Longer;
            if (Math.Abs(longer) < least)
                (best, least) = (longest, Math.Abs(longer));
            (low, high) = longer > 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return best;
    }
}
