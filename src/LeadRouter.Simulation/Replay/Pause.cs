namespace LeadRouter.Simulation.Replay;

/// <summary>The time between two calls of an agent, and what it says about when the agent was ready for the second.</summary>
/// <param name="Before">The call before it.</param>
/// <param name="NotReadySeconds">For so long callers who waited show that the agent was not ready.</param>
/// <param name="IsExact">The call after it had waited: the agent became ready just then.</param>
/// <param name="BeganInCalm">Nobody waited for the agent when it began.</param>
internal sealed record Pause(RecordedCall Before, double Seconds, double NotReadySeconds, bool IsExact, bool BeganInCalm)
{
    /// <summary>A caller who waits for less is on the way to somebody.</summary>
    private const double OnTheWaySeconds = 2;

    public bool IsNight => Seconds > AgentCalls.NightFrom.TotalSeconds;

    /// <summary>The agent was not ready until after this, and ready at the end.</summary>
    public double ReadyAfter => IsExact ? Seconds - 1 : Math.Min(NotReadySeconds, Seconds - 1);

    /// <param name="duties">The types that the agent takes after each call.</param>
    public static IEnumerable<Pause> Of(AgentCalls agent, IReadOnlyList<IReadOnlySet<string>> duties, RecordedLine line) =>
        agent.Calls.Zip(agent.Calls.Skip(1), duties).Select(pair => Between(pair.First, pair.Second, pair.Third, line));

    private static Pause Between(RecordedCall before, RecordedCall after, IReadOnlySet<string> duty, RecordedLine line)
    {
        var (from, to) = (before.ServiceEnds!.Value, after.ServedAt!.Value);
        var seconds = (to - from).TotalSeconds;
        if (seconds <= 0)
            return new Pause(before, 0, 0, true, false);
        if (seconds > AgentCalls.NightFrom.TotalSeconds)
            return new Pause(before, seconds, seconds, false, false);
        var waiting = line.Between(from, to).Where(wait => duty.Contains(wait.Call.Type)).ToList();
        var others = waiting.Where(wait => !ReferenceEquals(wait.Call, after) && wait.From < to.AddSeconds(-OnTheWaySeconds));
        var last = others.Select(wait => wait.To < to ? wait.To : to).DefaultIfEmpty(from).Max();
        var notReady = after.QueuedAt is not null ? seconds : (last - from).TotalSeconds;
        return new Pause(before, seconds, notReady, notReady >= seconds - OnTheWaySeconds, waiting.All(wait => wait.From > from));
    }
}
