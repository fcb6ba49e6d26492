namespace LeadRouter.Observability;

/// <summary>What the exposition listens to and how much it may hold.</summary>
public sealed class PrometheusOptions
{
    /// <summary>Meters whose name starts with this are exposed. Default <c>LeadRouter</c>.</summary>
    public string MeterPrefix { get; set; } = "LeadRouter";

    /// <summary>
    /// Most label sets one instrument may have, 1 or more; default 500. What comes after them goes into one series labelled
    /// <c>overflow="true"</c>, added up (of gauges it has the latest), so that a flood of made-up label values costs neither memory
    /// nor the scrape. The first time it is logged.
    /// </summary>
    public int SeriesLimit { get; set; } = 500;
}
