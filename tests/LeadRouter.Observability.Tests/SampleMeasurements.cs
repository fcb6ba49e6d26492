using System.Diagnostics.Metrics;
using LeadRouter.Observability.Catalogue;

namespace LeadRouter.Observability.Tests;

/// <summary>A bit of everything a busy call centre reports.</summary>
internal static class SampleMeasurements
{
    private static readonly string[] Queues = ["sales", "service"];

    /// <summary>Feeds the gauges; once per <see cref="RouterMetrics"/>.</summary>
    public static void Observe(RouterMetrics metrics)
    {
        metrics.Leads.ObserveWaiting(() => Queues.Select(queue => new Measurement<long>(3, Tag("queue", queue))));
        metrics.Leads.ObserveLongestWait(() => Queues.Select(queue => new Measurement<double>(12.5, Tag("queue", queue))));
        metrics.People.ObserveReps(() => new[] { "available", "talking", "offline" }.Select(state => new Measurement<long>(4, Tag("state", state))));
        metrics.People.ObserveBoardClients(() => 2);
        metrics.People.ObserveRepConnections(() => [new(9)]);
        metrics.Engine.ObserveMailboxMessages(() => 5);
        metrics.Engine.ObserveActivations(() => new[] { "lead", "rep", "queue" }.Select(kind => new Measurement<long>(7, Tag("kind", kind))));
        metrics.Engine.ObserveOutboxPending(() => 1);
        metrics.Store.ObserveHealthy(() => true);
        metrics.Store.ObserveWalBytes(() => 4096);
    }

    /// <summary>Calls every method once per queue; call it again and again for counters that rise.</summary>
    public static void Record(RouterMetrics metrics)
    {
        foreach (var queue in Queues)
            RecordQueue(metrics, queue);
        metrics.Engine.Turn("lead", TimeSpan.FromMilliseconds(2));
        metrics.Engine.Turn("queue", TimeSpan.FromMilliseconds(1));
        metrics.Engine.DeadlineFired(TimeSpan.FromMilliseconds(40));
        metrics.Store.Committed(17, TimeSpan.FromMilliseconds(3));
        metrics.Intake.Answered(IntakeOutcome.Accepted, TimeSpan.FromMilliseconds(6));
        metrics.Intake.Answered(IntakeOutcome.TooLarge, TimeSpan.FromMilliseconds(1));
        metrics.Http.Answered(200);
        metrics.Http.Answered(503);
    }

    private static void RecordQueue(RouterMetrics metrics, string queue)
    {
        metrics.DeclareQueue(queue);
        metrics.Leads.Received(queue, "landing page");
        metrics.Leads.Received(queue, null);
        metrics.Leads.Repeated(queue, "landing page");
        metrics.Leads.FirstOffer(queue, TimeSpan.FromSeconds(0.2));
        metrics.Leads.Assigned(queue, TimeSpan.FromSeconds(4));
        metrics.Leads.FirstAttempt(queue, provenByCarrier: true, TimeSpan.FromSeconds(11));
        metrics.Leads.FirstAttempt(queue, provenByCarrier: false, TimeSpan.FromSeconds(-1));
        metrics.Leads.FirstContact(queue, provenByCarrier: true, TimeSpan.FromSeconds(19));
        metrics.Leads.Closed(queue, "won");
        metrics.Leads.DealWon(queue, 1499.90m, "ILS");
        metrics.Leads.DealWon(queue, null, null);
        metrics.Sla.Met(queue);
        metrics.Sla.Breached(queue);
        metrics.Sla.Warned(queue);
        metrics.Offers.Made(queue, "fewestToday");
        foreach (var end in Enum.GetValues<OfferOutcome>())
            metrics.Offers.Ended(queue, end);
        metrics.Calls.Ended(queue, "answered");
        metrics.Calls.Ended(queue, "busy");
        metrics.Calls.Answered(queue);
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
