using Prometheus;

namespace LeadRouter.Observability.Exposition;

/// <summary>One label set of a metric.</summary>
/// <param name="Child">What the registry holds of it.</param>
/// <param name="Record">Takes a measurement; called by many threads at once.</param>
internal sealed record Series(ChildBase Child, Action<double> Record);
