namespace LeadRouter.Simulation.Replay;

/// <summary>Scripts through the real engine.</summary>
internal static class EngineReplay
{
    private static readonly TimeSpan Opening = TimeSpan.FromHours(1);

    /// <summary>After the last call has come.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromDays(1);

    /// <param name="calls">By the instant at which they come.</param>
    public static List<ReplayedCall> Run(IReadOnlyList<CallScript> calls, IReadOnlyList<RepScript> reps, Draw draw)
    {
        // Reps may be there long before the first of these calls: of some days only, or when they placed calls themselves.
        var begin = reps.SelectMany(rep => rep.There).Select(stretch => stretch.From).Append(calls[0].Lead.At).Min() - Opening;
        var world = new ControlledWorld(draw, begin, ReplayDesk.Desk(), actor => actor);
        foreach (var rep in reps)
            world.Staff(rep);
        var leads = calls.Select(call => world.Expect(call.Lead)).ToList();
        var end = calls[^1].Lead.At + LongestEnd;
        world.RunUntil(end);
        return [.. calls.Zip(leads, (call, lead) => Compare(call.Call, lead, end))];
    }

    /// <summary>Whom nobody came to any more has given up.</summary>
    private static ReplayedCall Compare(RecordedCall call, ScriptedLead lead, DateTimeOffset end) => new(
        call, new CallWait(call.QueueSeconds, call.Outcome == CallOutcome.GaveUp),
        new CallWait((lead.Wait ?? end - lead.Script.At).TotalSeconds, lead.AcceptedAt is null));
}
