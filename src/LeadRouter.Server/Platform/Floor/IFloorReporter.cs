namespace LeadRouter.Server.Platform.Floor;

/// <summary>
/// Who exports the gauges of the whole floor. Every server knows them, and Prometheus adds up what servers export: of several one must.
/// </summary>
internal interface IFloorReporter
{
    /// <summary>Whether this server does, now. Asked at every scrape.</summary>
    bool IsReporter { get; }
}

/// <summary>The first of the servers reports the floor; one on its own is the first.</summary>
internal sealed class FirstServerReporter(SiloHost host) : IFloorReporter
{
    public bool IsReporter => host.IsFirst;
}
