namespace LeadRouter.Observability.Exposition;

/// <summary>The types of the text format that we use.</summary>
internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}
