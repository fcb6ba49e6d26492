namespace LeadRouter.Simulation.Replay;

/// <summary>A call's wait and how it ended.</summary>
internal readonly record struct CallWait(double Seconds, bool GaveUp);

/// <summary>A call as it was, and as it went through the engine.</summary>
internal sealed record ReplayedCall(RecordedCall Call, CallWait Recorded, CallWait Replayed);

/// <summary>
/// The recorded calls through the real engine: each comes when it wanted an agent, takes as long as it took, and is as patient as
/// it was; the reps are there when the records say. Who answers whom, and when, is the engine's to say.
/// </summary>
/// <param name="Calls">In the order in which they came.</param>
/// <param name="LongestMadeUp">The longest absence that is made up when it begins late, as learnt.</param>
internal sealed record ReplayedMonth(IReadOnlyList<ReplayedCall> Calls, Staffing Staffing, TimeSpan LongestMadeUp)
{
    public static ReplayedMonth Run(IReadOnlyList<RecordedCall> recorded, int seed)
    {
        var draw = new Draw(seed);
        var calls = recorded.Where(call => call.IsReplayed).OrderBy(call => call.WantedAt).ToList();
        var staffing = new Staffing([.. recorded.Where(call => call.WantedAgent)], draw.Fork());
        var scripts = CallScripts.Of(calls, staffing, draw.Fork());
        var engine = draw.Fork();
        var fitted = scripts.Where(script => FitDays.Has(script.Call)).ToList();
        var longest = MadeUpFit.Of(longest => Replay(fitted.Count > 0 ? fitted : scripts, staffing, longest, engine));
        return new ReplayedMonth(Replay(scripts, staffing, longest, engine), staffing, longest);
    }

    private static List<ReplayedCall> Replay(IReadOnlyList<CallScript> calls, Staffing staffing, TimeSpan longestMadeUp, Draw engine) =>
        EngineReplay.Run(calls, staffing.Reps(longestMadeUp), engine.Fork());
}
