using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>Turns of actors, mailboxes, deadlines, the outbox.</summary>
public sealed class EngineMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _turnSeconds;
    private readonly Histogram<double> _lateness;
    private readonly Counter<long> _failed;

    internal EngineMetrics(Meter meter)
    {
        _meter = meter;
        _turns = meter.Count("leadrouter_turns_total", "Turns of actors, by the actor's kind.");
        _turnSeconds = meter.Seconds("leadrouter_turn_seconds", "From taking a message to its turn being durable, by the actor's kind.", Buckets.Latency);
        _lateness = meter.Seconds("leadrouter_deadline_lateness_seconds", "How long after its instant a deadline was acted on.", Buckets.Lateness);
        _failed = meter.Count("leadrouter_messages_failed_total", "Messages that an actor could not handle, by its kind: each is a defect.");
    }

    /// <summary>A message could not be handled and was left where it was.</summary>
    /// <param name="kind">The actor's kind.</param>
    public void MessageFailed(string kind) => _failed.Add(1, Label.Kind(kind));

    /// <summary>An actor handled a message.</summary>
    /// <param name="kind">The actor's kind: lead, rep, queue, contact, ...</param>
    /// <param name="elapsed">From taking the message to the turn being durable.</param>
    public void Turn(string kind, TimeSpan elapsed)
    {
        _turns.Add(1, Label.Kind(kind));
        _turnSeconds.Record(elapsed.NotNegativeSeconds(), Label.Kind(kind));
    }

    /// <summary>A deadline was acted on.</summary>
    /// <param name="lateness">Now less the stored instant.</param>
    public void DeadlineFired(TimeSpan lateness) => _lateness.Record(lateness.NotNegativeSeconds());

    /// <summary>Feeds <c>leadrouter_mailbox_messages</c>: messages that wait for their turn.</summary>
    public void ObserveMailboxMessages(Func<long> observe) =>
        _meter.CreateObservableGauge("leadrouter_mailbox_messages", observe, unit: null, "Messages that wait for their turn.");

    /// <summary>Feeds <c>leadrouter_activations{kind}</c>.</summary>
    /// <param name="observe">Asked at every scrape: each kind of actor and how many of it are in memory.</param>
    public void ObserveActivations(Func<IEnumerable<Measurement<long>>> observe) =>
        _meter.CreateObservableGauge("leadrouter_activations", observe, unit: null, "Actors in memory, by kind.");

    /// <summary>Feeds <c>leadrouter_servers</c>: how many servers live, by this one's knowledge.</summary>
    public void ObserveServers(Func<long> observe) =>
        _meter.CreateObservableGauge("leadrouter_servers", observe, unit: null, "Servers that live, this one included, by this one's knowledge; 1 without a cluster.");

    /// <summary>Feeds <c>leadrouter_outbox_pending</c>: messages that were written and not yet consumed.</summary>
    public void ObserveOutboxPending(Func<long> observe) =>
        _meter.CreateObservableGauge("leadrouter_outbox_pending", observe, unit: null, "Outbox messages that were written and not yet consumed.");
}
