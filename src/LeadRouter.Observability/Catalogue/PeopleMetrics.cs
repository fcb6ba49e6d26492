using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>Reps by state, and who is connected.</summary>
public sealed class PeopleMetrics
{
    private readonly Meter _meter;

    internal PeopleMetrics(Meter meter) => _meter = meter;

    /// <summary>Feeds <c>leadrouter_reps{state}</c>.</summary>
    /// <param name="observe">Asked at every scrape: each state and the number of reps in it (0 too, so that a line does not break off).</param>
    public void ObserveReps(Func<IEnumerable<Measurement<long>>> observe) =>
        _meter.CreateObservableGauge("leadrouter_reps", observe, unit: null, "Reps, by state.");

    /// <summary>Feeds <c>leadrouter_board_clients</c>: open connections to the wallboard's hub.</summary>
    public void ObserveBoardClients(Func<long> observe) =>
        _meter.CreateObservableGauge("leadrouter_board_clients", observe, unit: null, "Wallboards connected.");

    /// <summary>Feeds <c>leadrouter_rep_connections</c>: open connections to the reps' hub.</summary>
    /// <param name="observe">Asked at every scrape: their number, or nothing from a server that does not report the floor.</param>
    public void ObserveRepConnections(Func<IEnumerable<Measurement<long>>> observe) =>
        _meter.CreateObservableGauge("leadrouter_rep_connections", observe, unit: null, "Open connections of rep desks.");
}
