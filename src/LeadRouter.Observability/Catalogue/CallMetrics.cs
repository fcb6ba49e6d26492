using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>Calls and how they end. The answer rate is answered / placed.</summary>
public sealed class CallMetrics
{
    private static readonly string[] Outcomes = ["answered", "busy", "noAnswer", "failed", "canceled"];

    private readonly Counter<long> _calls;
    private readonly Counter<long> _answered;

    internal CallMetrics(Meter meter)
    {
        _calls = meter.Count("leadrouter_calls_total", "Calls to leads that ended, by how.");
        _answered = meter.Count("leadrouter_calls_answered_total", "Calls to leads that a human answered.");
    }

    /// <summary>A call ended. Once per attempt.</summary>
    /// <param name="outcome">A word of a fixed list, such as answered, machine, busy, noAnswer, failed or canceled.</param>
    public void Ended(string queue, string outcome) => _calls.Add(1, Label.Queue(queue), Label.Outcome(outcome));

    /// <summary>A human answered. Once per attempt.</summary>
    public void Answered(string queue) => _answered.Add(1, Label.Queue(queue));

    internal void Declare(string queue)
    {
        foreach (var outcome in Outcomes)
            _calls.Add(0, Label.Queue(queue), Label.Outcome(outcome));
        _answered.Add(0, Label.Queue(queue));
    }
}
