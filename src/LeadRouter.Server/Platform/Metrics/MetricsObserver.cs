using LeadRouter.Observability.Catalogue;

namespace LeadRouter.Server.Platform.Metrics;

/// <summary>Counts committed turns for Prometheus, those of test leads apart. Who posted a lead, no turn knows: the intake counts those.</summary>
internal sealed class MetricsObserver(RouterMetrics metrics) : ITurnObserver
{
    public void Committed(CommittedTurn turn)
    {
        if (turn.After is not Lead lead || lead.Id.IsTest)
            return;
        foreach (var recorded in turn.Events)
            Count(lead, (LeadEvent)recorded.Data, turn.Before as Lead);
    }

    private void Count(Lead lead, LeadEvent happened, Lead? before)
    {
        var queue = lead.Queue;
        switch (happened)
        {
            case LeadOffered e:
                metrics.Offers.Made(queue, e.Decision.Rule);
                if (before?.FirstOfferAt is null)
                    metrics.Leads.FirstOffer(queue, e.At - lead.ReceivedAt);
                break;
            case OfferAccepted e:
                metrics.Offers.Ended(queue, OfferOutcome.Accepted);
                if (before?.AssignedAt is null)
                    metrics.Leads.Assigned(queue, e.At - lead.ReceivedAt);
                break;
            case OfferEnded e:
                metrics.Offers.Ended(queue, Enum.Parse<OfferOutcome>(e.Why.ToString()));
                break;
            case AttemptStarted { First: true } e:
                metrics.Leads.FirstAttempt(queue, e.Proven, e.At - lead.ReceivedAt);
                if (lead.Sla is { } sla && e.At <= sla.TargetAt)
                    metrics.Sla.Met(queue);
                break;
            case ContactMade e:
                metrics.Calls.Answered(queue);
                if (e.First)
                    metrics.Leads.FirstContact(queue, e.Proven, e.At - lead.ReceivedAt);
                break;
            case AttemptEnded e:
                metrics.Calls.Ended(queue, WireNames.Of(e.Result));
                break;
            case SlaWarned:
                metrics.Sla.Warned(queue);
                break;
            case SlaBreached:
                metrics.Sla.Breached(queue);
                break;
            case LeadClosed e:
                metrics.Leads.Closed(queue, WireNames.Of(e.Status));
                if (e.Status == LeadStatus.Won)
                    metrics.Leads.DealWon(queue, e.Amount?.Amount, e.Amount?.Currency);
                break;
        }
    }
}
