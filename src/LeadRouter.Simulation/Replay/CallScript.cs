namespace LeadRouter.Simulation.Replay;

/// <summary>A recorded call, and the lead that it is in the replay.</summary>
internal sealed record CallScript(RecordedCall Call, LeadScript Lead);

/// <summary>
/// Writes the calls down as leads. Handling: as recorded; of who gave up it is one of those of the same type and hour. Patience: of who gave
/// up as recorded; of who was served it is longer than the wait.
/// </summary>
internal static class CallScripts
{
    /// <summary>Calls that say enough.</summary>
    private const int Enough = 30;

    public static IReadOnlyList<CallScript> Of(IReadOnlyList<RecordedCall> calls, Staffing staffing, Draw draw)
    {
        var (handlings, patiences) = (draw.Fork(), draw.Fork());
        var fitted = FitDays.Of(calls);
        var credits = new Credits(fitted, new HonouredCredit(staffing.Line, staffing.Types), draw.Fork());
        var handling = new Strata<List<int>>([.. fitted.Where(call => call.Outcome == CallOutcome.Served)], alike => [.. alike.Select(call => call.ServiceSeconds)], seconds => seconds.Count >= Enough);
        var patience = new Strata<Patience>(fitted, alike => new Patience(alike.Select(call => ((double)call.QueueSeconds, call.Outcome == CallOutcome.GaveUp))), estimate => estimate.GivenUp >= Enough);
        return [.. calls.Select(call =>
        {
            var served = call.Outcome == CallOutcome.Served;
            var seconds = served ? call.ServiceSeconds : handling.Of(call) is { Count: > 0 } known ? handlings.OneOf(known) : 0;
            return new CallScript(call, ReplayDesk.Lead(
                call, TimeSpan.FromSeconds(seconds) + staffing.TurnaroundOf(call),
                served ? patience.Of(call).Longer(call.QueueSeconds, patiences) : TimeSpan.FromSeconds(call.QueueSeconds), credits.SecondsOf(call)));
        })];
    }
}
