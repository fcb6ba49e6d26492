namespace LeadRouter.Domain.Queues.Policies;

/// <summary>The policies that a queue can choose by the name of its <c>strategy</c>.</summary>
public static class RepPolicies
{
    /// <summary>In the order in which they are offered; the first is the default.</summary>
    public static IReadOnlyList<IRepPolicy> All { get; } = [new LongestIdlePolicy(), new FewestTodayPolicy()];

    /// <summary>The policy of that name, or null.</summary>
    public static IRepPolicy? Find(string? name) => All.FirstOrDefault(policy => policy.Name == name);

    /// <summary>The policy of a validated queue.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name: the desk was not validated.</exception>
    public static IRepPolicy Of(string strategy) => Find(strategy) ?? throw new InvalidOperationException($"There is no strategy '{strategy}'.");
}
