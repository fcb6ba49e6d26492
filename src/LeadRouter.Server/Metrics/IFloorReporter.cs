namespace LeadRouter.Server.Metrics;

/// <summary>
/// Who exports the gauges of the whole floor. Every server knows them, and Prometheus adds up what servers export: of several one must.
/// </summary>
internal interface IFloorReporter
{
    /// <summary>Whether this server does, now. Asked at every scrape.</summary>
    bool IsReporter { get; }
}

/// <summary>A server that is alone reports the floor.</summary>
internal sealed class LoneFloorReporter : IFloorReporter
{
    public bool IsReporter => true;
}
