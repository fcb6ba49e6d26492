namespace LeadRouter.Simulation.Replay;

/// <summary>A call's wait and how it ended.</summary>
internal readonly record struct CallWait(double Seconds, bool GaveUp);

/// <summary>A call as it was, and as it went through the engine.</summary>
internal sealed record ReplayedCall(RecordedCall Call, CallWait Recorded, CallWait Replayed);

/// <summary>
/// The recorded calls through the real engine: each comes when it wanted an agent, takes as long as it took, and is as patient as
/// it was; the reps are there when the records say. Who answers whom, and when, is the engine's to say.
/// </summary>
internal sealed class ReplayedMonth
{
    private const int Enough = 30;
    private static readonly TimeSpan Opening = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromDays(1);

    private ReplayedMonth(IReadOnlyList<ReplayedCall> calls, Staffing staffing) => (Calls, Staffing) = (calls, staffing);

    public IReadOnlyList<ReplayedCall> Calls { get; }

    public Staffing Staffing { get; }

    public static ReplayedMonth Run(IReadOnlyList<RecordedCall> recorded, int seed)
    {
        var draw = new Draw(seed);
        var calls = recorded.Where(call => call.WantedAgent).OrderBy(call => call.WantedAt).ToList();
        var staffing = Staffing.Of(calls);
        var scripts = Scripts(calls, staffing, draw.Fork(), draw.Fork());
        var world = new ControlledWorld(draw.Fork(), Staffing.Instant(calls[0].WantedAt) - Opening, ReplayQueues.Desk(), actor => actor);
        foreach (var rep in staffing.Reps)
            world.Staff(rep.Id, rep.Profile, rep.There);
        var leads = scripts.Select(world.Expect).ToList();
        world.RunUntil(scripts[^1].At + LongestEnd);
        return new ReplayedMonth([.. calls.Zip(leads, Compare)], staffing);
    }

    /// <summary>Handling: as recorded; of who gave up it is one of those of the same type and hour. Patience: of who gave up as recorded; of who was served it is longer than the wait.</summary>
    private static List<LeadScript> Scripts(List<RecordedCall> calls, Staffing staffing, Draw handlings, Draw patiences)
    {
        var handling = new Strata<List<int>>([.. calls.Where(call => call.Outcome == CallOutcome.Served)], alike => [.. alike.Select(call => call.ServiceSeconds)], seconds => seconds.Count >= Enough);
        var patience = new Strata<Patience>(calls, alike => new Patience(alike.Select(call => ((double)call.QueueSeconds, call.Outcome == CallOutcome.GaveUp))), estimate => estimate.GivenUp >= Enough);
        return [.. calls.Select(call =>
        {
            var served = call.Outcome == CallOutcome.Served;
            var seconds = served ? call.ServiceSeconds : handlings.OneOf(handling.Of(call));
            return new LeadScript(
                Staffing.Instant(call.WantedAt), TimeSpan.FromSeconds(seconds) + staffing.Turnaround,
                served ? patience.Of(call).Longer(call.QueueSeconds, patiences) : TimeSpan.FromSeconds(call.QueueSeconds), ReplayQueues.Of(call))
            {
                Score = call.Priority == 2 ? ReplayQueues.CreditSeconds : null,
                Language = ReplayQueues.Language(call),
            };
        })];
    }

    private static ReplayedCall Compare(RecordedCall call, ScriptedLead lead) => lead.Wait is { } wait
        ? new ReplayedCall(call, new CallWait(call.QueueSeconds, call.Outcome == CallOutcome.GaveUp), new CallWait(wait.TotalSeconds, lead.GaveUpAt is not null))
        : throw new InvalidOperationException($"The call of {call.WantedAt:yyyy-MM-dd HH:mm:ss} still waited at the end.");
}
