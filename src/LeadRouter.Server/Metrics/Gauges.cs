using System.Diagnostics.Metrics;
using LeadRouter.Cluster;
using LeadRouter.Observability;
using LeadRouter.Server.Boards;
using LeadRouter.Server.Composition;
using LeadRouter.Server.Desks;

namespace LeadRouter.Server.Metrics;

/// <summary>What is read off when Prometheus asks.</summary>
internal static class Gauges
{
    public static void Connect(RouterMetrics metrics, BoardService board, BoardBroadcaster boards, IFloorReporter floor, SiloHost host, RouterStore store, DeskService desks, TimeProvider time)
    {
        foreach (var queue in desks.Current.Desk.Queues)
            metrics.DeclareQueue(queue.Id);
        desks.Changed += desk =>
        {
            foreach (var queue in desk.Queues)
                metrics.DeclareQueue(queue.Id);
        };
        FloorGauges.Connect(metrics, board, floor, desks, time);
        metrics.People.ObserveBoardClients(() => boards.Viewers);
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
