using System.Diagnostics.Metrics;
using LeadRouter.Server.Platform.Composition;

namespace LeadRouter.Server.Platform.Metrics;

/// <summary>How this server's engine and store are doing.</summary>
internal sealed class EngineGauges(SiloHost host, RouterStore store) : IGauges
{
    public void Connect(RouterMetrics metrics)
    {
        metrics.Engine.ObserveMailboxMessages(() => host.Pending);
        metrics.Engine.ObserveActivations(() => host.Activations.Select(kind => new Measurement<long>(kind.Value, new KeyValuePair<string, object?>("kind", kind.Key))));
        metrics.Engine.ObserveOutboxPending(() => host.OutboxPending);
        metrics.Engine.ObserveServers(() => host.Servers);
        metrics.Store.ObserveHealthy(() => store.Engine.IsHealthy);
        if (store.Sqlite is { } sqlite)
        {
            metrics.Store.ObserveWalBytes(() => sqlite.WalBytes);
            sqlite.Committed = metrics.Store.Committed;
        }
    }
}
