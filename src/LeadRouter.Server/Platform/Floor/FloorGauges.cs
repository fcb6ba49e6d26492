using System.Diagnostics.Metrics;

namespace LeadRouter.Server.Platform.Floor;

/// <summary>What is so of the whole floor, whichever server is asked: only the one that reports the floor says it.</summary>
internal sealed class FloorGauges(FloorView floor, IFloorReporter reporter, IDesks desks, TimeProvider time) : IGauges
{
    public void Connect(RouterMetrics metrics)
    {
        Declare(metrics, desks.Current.Desk);
        desks.Changed += desk => Declare(metrics, desk);
        metrics.Leads.ObserveWaiting(() => PerQueue(queue => (long)(queue?.Waiting ?? 0)));
        metrics.Leads.ObserveLongestWait(() => PerQueue(queue => queue?.OldestDueSince is { } due ? Math.Max(0, (time.GetUtcNow() - due).TotalSeconds) : 0.0));
        metrics.People.ObserveReps(PerPresence);
        metrics.People.ObserveRepConnections(() => reporter.IsReporter ? [new Measurement<long>(floor.Reps().Sum(rep => (long)rep.Connections.Count))] : []);
    }

    private static void Declare(RouterMetrics metrics, Desk desk)
    {
        foreach (var queue in desk.Queues)
            metrics.DeclareQueue(queue.Id);
    }

    private IEnumerable<Measurement<long>> PerPresence()
    {
        if (!reporter.IsReporter)
            return [];
        var reps = floor.Reps();
        return Enum.GetValues<Presence>().Select(presence =>
            new Measurement<long>(reps.Count(rep => rep.Profile.Active && rep.Presence == presence), new KeyValuePair<string, object?>("state", WireNames.Of(presence))));
    }

    private IEnumerable<Measurement<T>> PerQueue<T>(Func<LiveQueue?, T> read) where T : struct
    {
        if (!reporter.IsReporter)
            return [];
        var queues = floor.Queues();
        return desks.Current.Desk.Queues.Select(queue => new Measurement<T>(read(queues.GetValueOrDefault(queue.Id)), new KeyValuePair<string, object?>("queue", queue.Id)));
    }
}
