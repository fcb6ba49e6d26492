namespace LeadRouter.Simulation.Replay;

/// <summary>
/// Which of an agent's types he or she takes at which time. Stock trading has a desk of its own in the morning whose agents take
/// regular callers in the evening: by what a whole month says they would leave regular callers waiting for half a day.
/// </summary>
internal static class Duties
{
    /// <summary>Calls before and after that say what somebody is there for at present.</summary>
    private const int Around = 15;

    /// <summary>In the moment in which a call is taken others may be on their way to somebody else.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(5);

    /// <summary>After each call of the agent, until the next: of the calls around it, a type was served at least as often as it was passed over.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Of(AgentCalls agent, IReadOnlySet<string> types, RecordedLine line)
    {
        var calls = agent.Calls;
        var passed = calls.Select(call => PassedOver(call, types, line)).ToList();
        return [.. calls.Select((call, i) =>
        {
            var near = Enumerable.Range(0, calls.Count).Skip(Math.Max(0, i - Around + 1)).TakeWhile(j => j <= i + Around).Where(j => IsNear(calls[j], call)).ToList();
            var duty = types.Where(type => near.Count(j => calls[j].Type == type) >= near.Count(j => passed[j].Contains(type))).Append(call.Type);
            return (IReadOnlySet<string>)(i + 1 < calls.Count && IsNear(calls[i + 1], call) ? duty.Append(calls[i + 1].Type) : duty).ToHashSet();
        })];
    }

    /// <summary>Types of which somebody waited in front of the call that was taken, whatever credit either has.</summary>
    private static HashSet<string> PassedOver(RecordedCall taken, IReadOnlySet<string> types, RecordedLine line)
    {
        var at = taken.ServedAt!.Value;
        var credit = taken.QueuedAt is null ? 0 : taken.Priority * Credits.StepSeconds;
        var ahead = taken.WantedAt.AddSeconds(-credit) < at - OnTheWay ? taken.WantedAt.AddSeconds(-credit) : at - OnTheWay;
        return [.. line.Between(at + OnTheWay, ahead).Where(wait => wait.Call.Type != taken.Type && types.Contains(wait.Call.Type)).Select(wait => wait.Call.Type)];
    }

    private static bool IsNear(RecordedCall a, RecordedCall b) => (a.ServedAt!.Value - b.ServedAt!.Value).Duration() < AgentCalls.NightFrom;
}
