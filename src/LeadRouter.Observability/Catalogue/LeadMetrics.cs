using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>Leads in, leads out, deals, and how long leads wait. All durations run from the moment the lead was received.</summary>
public sealed class LeadMetrics
{
    private static readonly string[] Outcomes = ["won", "lost", "notReachable", "invalid", "withdrawn"];

    private readonly Meter _meter;
    private readonly Counter<long> _received;
    private readonly Counter<long> _repeats;
    private readonly Counter<long> _closed;
    private readonly Counter<long> _deals;
    private readonly Counter<double> _dealAmount;
    private readonly Histogram<double> _firstAttempt;
    private readonly Histogram<double> _firstContact;
    private readonly Histogram<double> _offer;
    private readonly Histogram<double> _assignment;

    internal LeadMetrics(Meter meter)
    {
        _meter = meter;
        _received = meter.Count("leadrouter_leads_received_total", "Leads taken in and made durable.");
        _repeats = meter.Count("leadrouter_lead_repeats_total", "Posts by a person whose lead was still open, added to that lead.");
        _closed = meter.Count("leadrouter_leads_closed_total", "Leads that reached a terminal state, by that state.");
        _deals = meter.Count("leadrouter_deals_total", "Leads won.");
        _dealAmount = meter.CreateCounter<double>("leadrouter_deal_amount_total", unit: null, "Amount of the leads won, in units of its currency.");
        _firstAttempt = meter.Seconds("leadrouter_time_to_first_attempt_seconds", "From lead received to the first dial the carrier reports as initiated (proof=carrier) or the rep reports (proof=manual).", Buckets.LeadWait);
        _firstContact = meter.Seconds("leadrouter_time_to_first_contact_seconds", "From lead received to the first call answered by a human.", Buckets.LeadWait);
        _offer = meter.Seconds("leadrouter_time_to_offer_seconds", "From lead received to the first offer on a rep's screen.", Buckets.Sla);
        _assignment = meter.Seconds("leadrouter_time_to_assignment_seconds", "From lead received to a rep accepting it.", Buckets.Sla);
    }

    /// <summary>A lead was received and is durable.</summary>
    /// <param name="queue">The queue it was posted to.</param>
    /// <param name="source">The registered source whose key it came with, never what a sender wrote.</param>
    public void Received(string queue, string? source) => _received.Add(1, Label.Queue(queue), Label.Source(source));

    /// <summary>The same person posted again while the lead was open.</summary>
    /// <param name="queue">The queue this post was for; the lead's own may be another.</param>
    /// <param name="source">The registered source whose key it came with, never what a sender wrote.</param>
    public void Repeated(string queue, string? source) => _repeats.Add(1, Label.Queue(queue), Label.Source(source));

    /// <summary>A lead reached a terminal state.</summary>
    /// <param name="outcome">The state: won, lost, notReachable, invalid or withdrawn.</param>
    public void Closed(string queue, string outcome) => _closed.Add(1, Label.Queue(queue), Label.Outcome(outcome));

    /// <summary>A deal was won. Counted in addition to <see cref="Closed"/>.</summary>
    /// <param name="amount">Its amount, 0 or more; null when it has none.</param>
    /// <param name="currency">ISO 4217; null when there is no amount.</param>
    public void DealWon(string queue, decimal? amount, string? currency)
    {
        _deals.Add(1, Label.Queue(queue));
        if (amount is { } value && currency is not null)
            _dealAmount.Add((double)value, Label.Queue(queue), new("currency", currency));
    }

    /// <summary>The first attempt was made. Once per lead.</summary>
    public void FirstAttempt(string queue, bool provenByCarrier, TimeSpan sinceReceived) =>
        _firstAttempt.Record(sinceReceived.NotNegativeSeconds(), Label.Queue(queue), Label.Proof(provenByCarrier));

    /// <summary>A human was reached for the first time. Once per lead.</summary>
    public void FirstContact(string queue, bool provenByCarrier, TimeSpan sinceReceived) =>
        _firstContact.Record(sinceReceived.NotNegativeSeconds(), Label.Queue(queue), Label.Proof(provenByCarrier));

    /// <summary>The lead was offered for the first time. Once per lead.</summary>
    public void FirstOffer(string queue, TimeSpan sinceReceived) => _offer.Record(sinceReceived.NotNegativeSeconds(), Label.Queue(queue));

    /// <summary>A rep accepted the lead for the first time. Once per lead.</summary>
    public void Assigned(string queue, TimeSpan sinceReceived) => _assignment.Record(sinceReceived.NotNegativeSeconds(), Label.Queue(queue));

    /// <summary>Feeds <c>leadrouter_leads_waiting{queue}</c>.</summary>
    /// <param name="observe">Asked at every scrape: each queue and the number of its leads that wait for a rep.</param>
    public void ObserveWaiting(Func<IEnumerable<Measurement<long>>> observe) =>
        _meter.CreateObservableGauge("leadrouter_leads_waiting", observe, unit: null, "Leads that wait for a rep.");

    /// <summary>Feeds <c>leadrouter_longest_wait_seconds{queue}</c>.</summary>
    /// <param name="observe">Asked at every scrape: each queue and the age of its oldest lead that is due and has no attempt; 0 when there is none.</param>
    public void ObserveLongestWait(Func<IEnumerable<Measurement<double>>> observe) =>
        _meter.CreateObservableGauge("leadrouter_longest_wait_seconds", observe, unit: "s", "Age of the oldest lead that is due and has no attempt.");

    internal void Declare(string queue)
    {
        foreach (var outcome in Outcomes)
            _closed.Add(0, Label.Queue(queue), Label.Outcome(outcome));
        _deals.Add(0, Label.Queue(queue));
    }
}
