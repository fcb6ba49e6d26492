namespace LeadRouter.Simulation.Replay;

/// <summary>What is inferred is learnt on the odd days of the month and judged on the even ones: on those it could only be right, not be made to fit.</summary>
internal static class FitDays
{
    public static bool Has(RecordedCall call) => call.WantedAt.Day % 2 == 1;

    /// <summary>The calls of those days; all, when there are none.</summary>
    public static IReadOnlyList<RecordedCall> Of(IReadOnlyList<RecordedCall> calls)
    {
        var fitted = calls.Where(Has).ToList();
        return fitted.Count > 0 ? fitted : calls;
    }
}
