namespace LeadRouter.Simulation.Replay;

/// <summary>All calls of one agent, in order.</summary>
internal sealed record AgentCalls(string Agent, IReadOnlyList<RecordedCall> Calls)
{
    /// <summary>After a longer time without a call another working day begins.</summary>
    public static readonly TimeSpan NightFrom = TimeSpan.FromHours(4);

    /// <summary>Those that the records say enough of, by agent.</summary>
    public static IReadOnlyList<AgentCalls> Of(IEnumerable<RecordedCall> calls) =>
    [
        .. calls.Where(call => call is { Outcome: CallOutcome.Served, Agent: not null, ServedAt: not null, ServiceSeconds: > 0 })
            .GroupBy(call => call.Agent!).OrderBy(agent => agent.Key, StringComparer.Ordinal)
            .Select(agent => new AgentCalls(agent.Key, [.. agent.OrderBy(call => call.ServedAt)])),
    ];
}
