namespace LeadRouter.Domain.Staffing;

/// <summary>Erlang's loss formula, by its recursion (A. K. Erlang 1917; stable for any number of reps, unlike the factorials it stands for).</summary>
internal static class ErlangB
{
    /// <summary>1 / B(reps, load), 1 or more: with many reps and little load B is too small for a number, its inverse is infinite.</summary>
    public static double Inverse(StaffingLoad load)
    {
        // 1/B(0) = 1; 1/B(n) = 1 + n/A x 1/B(n-1).
        var inverse = 1.0;
        for (var n = 1; n <= load.Reps; n++)
            inverse = 1 + n / load.Erlangs * inverse;
        return inverse;
    }
}
