namespace LeadRouter.Simulation.Replay;

/// <summary>
/// Whose work a type of call is, by the share of work: it is an agent's when it is a part of what the agent does, or the agent does
/// a part of it. Fewer calls are a favour and not a duty. Who served most of a type has it in any case.
/// </summary>
internal static class Membership
{
    private const double LeastOfAgent = 0.03;
    private const double LeastOfType = 0.04;

    /// <summary>The types of each agent.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(IReadOnlyList<AgentCalls> agents)
    {
        var served = agents.SelectMany(agent => agent.Calls.CountBy(call => call.Type), (agent, type) => (agent.Agent, Type: type.Key, Calls: type.Value)).ToList();
        var ofType = served.GroupBy(work => work.Type).ToDictionary(type => type.Key, type => (Sum: type.Sum(work => work.Calls), Most: type.MaxBy(work => work.Calls).Agent));
        return agents.ToDictionary(
            agent => agent.Agent,
            agent => (IReadOnlySet<string>)served.Where(work => work.Agent == agent.Agent)
                .Where(work => work.Calls >= LeastOfAgent * agent.Calls.Count || work.Calls >= LeastOfType * ofType[work.Type].Sum || ofType[work.Type].Most == agent.Agent)
                .Select(work => work.Type).ToHashSet());
    }
}
