using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>How an offer ends.</summary>
public enum OfferOutcome
{
    /// <summary>The rep took the lead.</summary>
    Accepted,
    /// <summary>The rep said no.</summary>
    Declined,
    /// <summary>The rep let the time run out.</summary>
    Missed,
    /// <summary>It was taken back because the rep could no longer take it.</summary>
    Rescinded,
    /// <summary>It was taken back because the lead was no longer to be had.</summary>
    Withdrawn,
}

/// <summary>Offers to reps and how they end.</summary>
public sealed class OfferMetrics
{
    private readonly Counter<long> _made;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _decided;

    internal OfferMetrics(Meter meter)
    {
        _made = meter.Count("leadrouter_offers_total", "Offers of a lead to a rep.");
        _ended = meter.Count("leadrouter_offers_ended_total", "Offers that ended, by how.");
        _decided = meter.Count("leadrouter_routing_decisions_total", "Decisions for a rep that became an offer, by the rule that chose.");
    }

    /// <summary>A lead was offered to a rep.</summary>
    /// <param name="rule">The rule that chose the rep: a policy, or another of the few there are.</param>
    public void Made(string queue, string rule)
    {
        _made.Add(1, Label.Queue(queue));
        _decided.Add(1, Label.Queue(queue), Label.Rule(rule));
    }

    /// <summary>An offer ended.</summary>
    public void Ended(string queue, OfferOutcome end) => _ended.Add(1, Label.Queue(queue), Label.Outcome(Name(end)));

    internal void Declare(string queue)
    {
        _made.Add(0, Label.Queue(queue));
        foreach (var end in Enum.GetValues<OfferOutcome>())
            _ended.Add(0, Label.Queue(queue), Label.Outcome(Name(end)));
    }

    private static string Name(OfferOutcome end) => end switch
    {
        OfferOutcome.Accepted => "accepted",
        OfferOutcome.Declined => "declined",
        OfferOutcome.Missed => "missed",
        OfferOutcome.Rescinded => "rescinded",
        OfferOutcome.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };
}
