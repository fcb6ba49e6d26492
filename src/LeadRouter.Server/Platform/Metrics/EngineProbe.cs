namespace LeadRouter.Server.Platform.Metrics;

/// <summary>Takes the engine's measurements for Prometheus.</summary>
internal sealed class EngineProbe(RouterMetrics metrics) : IEngineProbe
{
    public void TurnDone(string kind, TimeSpan took) => metrics.Engine.Turn(kind, took);

    public void DeadlineFired(TimeSpan lateness) => metrics.Engine.DeadlineFired(lateness);

    public void MessageFailed(string kind) => metrics.Engine.MessageFailed(kind);
}
