namespace LeadRouter.Domain.Staffing;

/// <summary>
/// The waits of a queue in which nobody ever gives up (M/M/N): leads at random, exponential handling times, one line, N reps.
/// Source: A. K. Erlang 1917, as in L. Kleinrock, Queueing Systems I (1975), 3.5; computed from the recursion of Erlang B.
/// Pure functions. A load of as many Erlangs as there are reps, or more, is no error: its line grows without end, everybody
/// waits, nobody is served in any given time, and the mean wait is infinite.
/// </summary>
public static class ErlangC
{
    /// <summary>Share of leads that wait at all, 0 to 1: <c>P_w = 1 / (1 + (1 - A/N) (1/B - 1))</c>.</summary>
    public static double WaitShare(StaffingLoad load) => load.Erlangs >= load.Reps
        ? 1
        : 1 / (1 + (1 - load.Erlangs / load.Reps) * (ErlangB.Inverse(load) - 1));

    /// <summary>Share of leads accepted within <paramref name="withinSeconds"/>, 0 to 1: <c>1 - P_w e^(-(N-A) T/AHT)</c>.</summary>
    /// <param name="withinSeconds">0 or more; infinity is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not a number.</exception>
    public static double ServiceLevel(StaffingLoad load, double withinSeconds)
    {
        StaffingLoad.NotNegative(withinSeconds, nameof(withinSeconds));
        return load.Erlangs >= load.Reps ? 0 : 1 - WaitShare(load) * Math.Exp(-(load.Reps - load.Erlangs) * withinSeconds / load.HandlingSeconds);
    }

    /// <summary>Mean wait of all leads in seconds (ASA), those that do not wait included: <c>P_w AHT / (N - A)</c>; infinite when the load is too high.</summary>
    public static double MeanWaitSeconds(StaffingLoad load) => load.Erlangs >= load.Reps
        ? double.PositiveInfinity
        : WaitShare(load) * load.HandlingSeconds / (load.Reps - load.Erlangs);
}
