namespace LeadRouter.Domain.Staffing;

/// <summary>
/// The waits of a queue in which leads give up (M/M/N+M): as <see cref="ErlangC"/>, and who waits longer than his or her
/// patience, exponential too, is gone. Any load has a steady state. Source: C. Palm 1946; A. Mandelbaum and S. Zeltyn, Service
/// Engineering in Action: The Palm/Erlang-A Queue (2007). The states of the line are summed without factorials and on a scale
/// of their own, so that hundreds of reps and heavy overload stay within the range of a double. Pure functions; cost rises
/// with the reps and with the length of the line, microseconds to milliseconds.
/// </summary>
public sealed class ErlangA
{
    /// <summary>A line's state that adds less than this to the sum ends it.</summary>
    private const double Negligible = 1e-17;
    /// <summary>The same as a logarithm.</summary>
    private const double NegligibleExponent = 40;
    private const double Scale = 1e200;
    private const int Panels = 4000;
    private readonly StaffingLoad _load;
    private readonly double _patienceSeconds;
    private readonly double _logAllBusyNoLine;

    /// <summary>Sums the states up.</summary>
    /// <param name="patienceSeconds">Mean time after which a lead gives up if nobody has accepted it; above 0, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public ErlangA(StaffingLoad load, double patienceSeconds)
    {
        _load = load;
        _patienceSeconds = StaffingLoad.Positive(patienceSeconds, nameof(patienceSeconds));
        // Everything is relative to the state "all busy, no line"; below it the states are Erlang B's.
        var (fewer, all, inLine, logScale) = Sums();
        WaitShare = all / (fewer + all);
        MeanWaitSeconds = inLine / (fewer + all) / load.LeadsPerSecond;
        GivenUpShare = MeanWaitSeconds / patienceSeconds;
        _logAllBusyNoLine = -logScale - Math.Log(fewer + all);
    }

    /// <summary>How fast places become free while all reps are busy.</summary>
    private double PlacesPerSecond => _load.Reps / _load.HandlingSeconds;

    /// <summary>Share of leads that wait at all, 0 to 1; those that give up are among them.</summary>
    public double WaitShare { get; }

    /// <summary>Share of leads that give up, 0 to 1: <c>mean wait / mean patience</c>.</summary>
    public double GivenUpShare { get; }

    /// <summary>Mean wait in seconds of all leads, those that did not wait and those that gave up included.</summary>
    public double MeanWaitSeconds { get; }

    /// <summary>Share of all leads that are accepted within <paramref name="withinSeconds"/>, 0 to 1; who gave up was not.</summary>
    /// <param name="withinSeconds">0 or more; infinity is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not a number.</exception>
    public double ServiceLevel(double withinSeconds)
    {
        StaffingLoad.NotNegative(withinSeconds, nameof(withinSeconds));
        if (double.IsInfinity(withinSeconds))
            return 1 - GivenUpShare;
        // Simpson's rule over the wait that a lead of endless patience would have, times the share that stays so long.
        var end = Math.Min(withinSeconds, LongestSeconds());
        var step = end / Panels;
        var sum = AcceptedAt(0) + AcceptedAt(end);
        for (var i = 1; i < Panels; i++)
            sum += (i % 2 == 0 ? 2 : 4) * AcceptedAt(i * step);
        return Math.Clamp(1 - WaitShare + sum * step / 3, 0, 1);
    }

    /// <summary>The density of being accepted after a wait of <paramref name="seconds"/>.</summary>
    private double AcceptedAt(double seconds) => PlacesPerSecond * Math.Exp(_logAllBusyNoLine + Exponent(seconds));

    private double Exponent(double seconds) =>
        -_load.LeadsPerSecond * _patienceSeconds * double.ExpM1(-seconds / _patienceSeconds) - PlacesPerSecond * seconds - seconds / _patienceSeconds;

    /// <summary>A wait beyond which the density is nothing any more: so the panels lie where there is something to sum.</summary>
    private double LongestSeconds()
    {
        var likeliest = Math.Max(0, _patienceSeconds * Math.Log(_load.LeadsPerSecond / (PlacesPerSecond + 1 / _patienceSeconds)));
        var beyond = 1 / PlacesPerSecond;
        while (Exponent(likeliest + beyond) > Exponent(likeliest) - NegligibleExponent)
            beyond *= 2;
        return likeliest + beyond;
    }

    /// <summary>Weights of the states: fewer busy than all, all busy with any line, and the line's length; and the logarithm of the scale they were divided by.</summary>
    private (double Fewer, double All, double InLine, double LogScale) Sums()
    {
        double fewer = ErlangB.Inverse(_load) - 1, weight = 1, all = 1, inLine = 0, logScale = 0;
        for (var line = 1; weight > Negligible * all || Grows(line); line++)
        {
            weight *= _load.LeadsPerSecond / (PlacesPerSecond + line / _patienceSeconds);
            all += weight;
            inLine += line * weight;
            if (inLine < Scale)
                continue;
            (fewer, weight, all, inLine) = (fewer / Scale, weight / Scale, all / Scale, inLine / Scale);
            logScale += Math.Log(Scale);
        }

        return (fewer, all, inLine, logScale);
    }

    /// <summary>As long as leads come faster than they leave, a longer line is the likelier one.</summary>
    private bool Grows(int line) => _load.LeadsPerSecond > PlacesPerSecond + line / _patienceSeconds;
}
