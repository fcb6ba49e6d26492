using System.Diagnostics.Metrics;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Reps;
using LeadRouter.Observability;
using LeadRouter.Server.Boards;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Leads;

namespace LeadRouter.Server.Metrics;

/// <summary>What is so of the whole floor, whichever server is asked: only the one that reports the floor says it.</summary>
internal static class FloorGauges
{
    public static void Connect(RouterMetrics metrics, BoardService board, IFloorReporter floor, DeskService desks, TimeProvider time)
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

    private static IEnumerable<Measurement<T>> PerQueue<T>(BoardService board, DeskService desks, Func<LiveQueue?, T> read) where T : struct
    {
        var queues = board.Queues();
        return desks.Current.Desk.Queues.Select(queue => new Measurement<T>(read(queues.GetValueOrDefault(queue.Id)), new KeyValuePair<string, object?>("queue", queue.Id)));
    }
}
