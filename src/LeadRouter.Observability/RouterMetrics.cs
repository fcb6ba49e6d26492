using System.Diagnostics.Metrics;
using LeadRouter.Observability.Catalogue;

namespace LeadRouter.Observability;

/// <summary>
/// Every number LeadRouter reports, on the meter <c>LeadRouter</c>. Names, units and labels are a public surface: dashboards and
/// alerts elsewhere build on them. Labels are bounded (queue, source, outcome, state, kind, proof), never a lead, a phone or a rep.
/// </summary>
public sealed class RouterMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "LeadRouter";

    /// <summary>Creates the instruments. Made once per server by <see cref="ObservabilityExtensions.AddRouterMetrics"/>.</summary>
    public RouterMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        Leads = new LeadMetrics(meter);
        Sla = new SlaMetrics(meter);
        Offers = new OfferMetrics(meter);
        Calls = new CallMetrics(meter);
        People = new PeopleMetrics(meter);
        Engine = new EngineMetrics(meter);
        Store = new StoreMetrics(meter);
        Intake = new IntakeMetrics(meter);
        Http = new HttpMetrics(meter);
    }

    /// <summary>Leads in, leads out, deals, and how long leads wait.</summary>
    public LeadMetrics Leads { get; }

    /// <summary>Targets met, missed and about to be missed.</summary>
    public SlaMetrics Sla { get; }

    /// <summary>Offers to reps and how they end.</summary>
    public OfferMetrics Offers { get; }

    /// <summary>Calls and how they end.</summary>
    public CallMetrics Calls { get; }

    /// <summary>Reps by state, and who is connected.</summary>
    public PeopleMetrics People { get; }

    /// <summary>Turns of actors, mailboxes, deadlines, the outbox.</summary>
    public EngineMetrics Engine { get; }

    /// <summary>Durable writes.</summary>
    public StoreMetrics Store { get; }

    /// <summary>Requests at the intake.</summary>
    public IntakeMetrics Intake { get; }

    /// <summary>Requests that failed on our side.</summary>
    public HttpMetrics Http { get; }

    /// <summary>
    /// Makes the counters of a queue visible at zero. Call it for every queue of the desk, at start and when the desk changes:
    /// a counter that first appears at 1 hides its first increment from <c>rate()</c>.
    /// </summary>
    public void DeclareQueue(string queue)
    {
        Leads.Declare(queue);
        Sla.Declare(queue);
        Offers.Declare(queue);
        Calls.Declare(queue);
    }
}
