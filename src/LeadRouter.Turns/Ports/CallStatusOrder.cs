namespace LeadRouter.Turns.Ports;

/// <summary>The order of call statuses. Carriers report late, twice and out of order; the status of a leg only moves forward.</summary>
public static class CallStatusOrder
{
    /// <summary>Whether the leg has ended: completed, busy, noAnswer, failed or canceled.</summary>
    public static bool IsTerminal(CallStatus status) => status >= CallStatus.Completed;

    /// <summary>
    /// Whether a report moves a leg on: true for the first report and for a later status, false for a repetition, a regression and
    /// anything after the end. Steps may be skipped, because a report can be lost.
    /// </summary>
    /// <param name="from">The status the leg has, or null before the first report.</param>
    /// <param name="to">The reported status.</param>
    public static bool Advances(CallStatus? from, CallStatus to) =>
        from is not { } known || (!IsTerminal(known) && to > known);
}
