using System.Diagnostics.Metrics;
using LeadRouter.Domain.Reps;
using LeadRouter.Cluster;
using LeadRouter.Observability;
using LeadRouter.Server.Boards;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Leads;
using LeadRouter.Storage.Sqlite;

namespace LeadRouter.Server.Metrics;

/// <summary>What is read off when Prometheus asks.</summary>
internal static class Gauges
{
    public static void Connect(RouterMetrics metrics, BoardService board, BoardBroadcaster boards, IFloorReporter floor, SiloHost host, SqliteStore store, DeskService desks, TimeProvider time)
    {
        foreach (var queue in desks.Current.Desk.Queues)
            metrics.DeclareQueue(queue.Id);
        desks.Changed += desk =>
        {
            foreach (var queue in desk.Queues)
                metrics.DeclareQueue(queue.Id);
        };
        ConnectFloor(metrics, board, floor, desks, time);
        metrics.People.ObserveBoardClients(() => boards.Viewers);
        metrics.Engine.ObserveMailboxMessages(() => host.Pending);
        metrics.Engine.ObserveActivations(() => host.Activations.Select(kind => new Measurement<long>(kind.Value, new KeyValuePair<string, object?>("kind", kind.Key))));
        metrics.Engine.ObserveOutboxPending(() => host.OutboxPending);
        metrics.Store.ObserveHealthy(() => store.IsHealthy);
        metrics.Store.ObserveWalBytes(() => store.WalBytes);
        store.Committed = metrics.Store.Committed;
    }

    /// <summary>What is so of the whole floor, whichever server is asked.</summary>
    private static void ConnectFloor(RouterMetrics metrics, BoardService board, IFloorReporter floor, DeskService desks, TimeProvider time)
    {
        metrics.Leads.ObserveWaiting(() => floor.IsReporter ? PerQueue(board, desks, queue => (long)(queue?.Waiting ?? 0)) : []);
        metrics.Leads.ObserveLongestWait(() => floor.IsReporter ? PerQueue(board, desks, queue => queue?.OldestDueSince is { } due ? Math.Max(0, (time.GetUtcNow() - due).TotalSeconds) : 0.0) : []);
        metrics.People.ObserveReps(() => floor.IsReporter ? PerPresence(board) : []);
        metrics.People.ObserveRepConnections(() => floor.IsReporter ? [new Measurement<long>(board.Reps().Sum(rep => (long)rep.Connections.Count))] : []);
    }

    private static IEnumerable<Measurement<long>> PerPresence(BoardService board)
    {
        var reps = board.Reps();
        return Enum.GetValues<Presence>().Select(presence =>
            new Measurement<long>(reps.Count(rep => rep.Profile.Active && rep.Presence == presence), new KeyValuePair<string, object?>("state", LeadMapper.Name(presence))));
    }

    private static IEnumerable<Measurement<T>> PerQueue<T>(BoardService board, DeskService desks, Func<Domain.Boards.LiveQueue?, T> read) where T : struct
    {
        var queues = board.Queues();
        return desks.Current.Desk.Queues.Select(queue => new Measurement<T>(read(queues.GetValueOrDefault(queue.Id)), new KeyValuePair<string, object?>("queue", queue.Id)));
    }
}
