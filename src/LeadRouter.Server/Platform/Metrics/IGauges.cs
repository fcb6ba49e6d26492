namespace LeadRouter.Server.Platform.Metrics;

/// <summary>What a part of the server has to be read off when Prometheus asks.</summary>
internal interface IGauges
{
    /// <summary>Says how to read it; once, at the start.</summary>
    void Connect(RouterMetrics metrics);
}
