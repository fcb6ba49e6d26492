using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>The queue's target on the first attempt. Attainment is met / (met + breached); leads inside their target are in neither.</summary>
public sealed class SlaMetrics
{
    private readonly Counter<long> _met;
    private readonly Counter<long> _breached;
    private readonly Counter<long> _warnings;

    internal SlaMetrics(Meter meter)
    {
        _met = meter.Count("leadrouter_sla_met_total", "Leads whose first attempt came within the queue's target.");
        _breached = meter.Count("leadrouter_sla_breached_total", "Leads whose target passed without an attempt.");
        _warnings = meter.Count("leadrouter_sla_warnings_total", "Warnings that a lead's target was about to pass.");
    }

    /// <summary>The first attempt came in time. Once per lead.</summary>
    public void Met(string queue) => _met.Add(1, Label.Queue(queue));

    /// <summary>The target passed without an attempt. Once per lead.</summary>
    public void Breached(string queue) => _breached.Add(1, Label.Queue(queue));

    /// <summary>The supervisor was warned.</summary>
    public void Warned(string queue) => _warnings.Add(1, Label.Queue(queue));

    internal void Declare(string queue)
    {
        _met.Add(0, Label.Queue(queue));
        _breached.Add(0, Label.Queue(queue));
        _warnings.Add(0, Label.Queue(queue));
    }
}
