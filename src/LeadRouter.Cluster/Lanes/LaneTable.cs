using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Lanes;

/// <summary>The lanes of this server, one to each actor that it has written to lately.</summary>
internal sealed class LaneTable : IDisposable
{
    private readonly ConcurrentDictionary<ActorId, Lane> _lanes = new();
    private readonly Func<ActorId, IActorGrain> _grain;
    private readonly EngineOptions _options;
    private readonly TimeProvider _time;
    private readonly LaneRunner _runner;
    private readonly CancellationTokenSource _stop = new();
    private readonly WorkCount _work = new();
    private readonly Lock _starting = new();
    private volatile List<Lane>? _held = [];
    private int _pending;

    public LaneTable(Func<ActorId, IActorGrain> grain, EngineOptions options, TimeProvider time, ILogger logger)
    {
        (_grain, _options, _time) = (grain, options, time);
        _runner = new LaneRunner(this, options, time, logger);
        Stopping = _stop.Token;
    }

    /// <summary>Messages that wait or are being handled.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Lanes by the kind of their actors.</summary>
    public IReadOnlyDictionary<string, int> Counts => _lanes.Values.GroupBy(lane => lane.Id.Kind).ToDictionary(group => group.Key, group => group.Count());

    public CancellationToken Stopping { get; }

    public static OverloadedException ShuttingDown() => new("The server is shutting down.");

    /// <summary>Whether mail to an actor waits or travels.</summary>
    public bool HasMail(ActorId id) => _lanes.TryGetValue(id, out var lane) && lane.IsBusy;

    /// <summary>Puts a message on the lane to an actor; false when too many wait there.</summary>
    public bool Post(ActorId to, Mail mail, int capacity = int.MaxValue)
    {
        while (true)
        {
            var lane = _lanes.GetOrAdd(to, id => new Lane(id, _grain(id)));
            Interlocked.Increment(ref _pending);
            switch (lane.Post(mail, capacity))
            {
                case Posted.Start:
                    Start(lane);
                    return true;
                case Posted.Queued:
                    return true;
                case Posted.Full:
                    Handled();
                    return false;
                default:
                    Handled();
                    _lanes.TryRemove(new KeyValuePair<ActorId, Lane>(to, lane));
                    break;
            }
        }
    }

    /// <summary>Posts a message after a pause; never, if the server ends before.</summary>
    public void PostLater(ActorId to, Mail mail, TimeSpan pause) => _ = Task.Run(async () =>
    {
        await Task.Delay(pause, _time, Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!Stopping.IsCancellationRequested)
            Post(to, mail);
    });

    /// <summary>Takes a message off the count.</summary>
    public void Handled() => Interlocked.Decrement(ref _pending);

    /// <summary>Takes messages off the count that will not be handled, and tells who asked.</summary>
    public void TurnAway(IReadOnlyList<Mail> mails, Func<Exception> why)
    {
        foreach (var mail in mails)
        {
            mail.Asker?.Refuse(why());
            Handled();
        }
    }

    /// <summary>Lets the messages travel that were posted so far, and all later ones.</summary>
    public void Release()
    {
        List<Lane> held;
        lock (_starting)
        {
            held = _held ?? [];
            _held = null;
        }

        held.ForEach(Start);
    }

    /// <summary>Lets no more messages travel, turns away who waits, and returns when those that travel have ended.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        Release();
        await _work.CloseAsync();
    }

    /// <summary>Drops idle actors from memory, the longest idle first when there are too many; runs until <see cref="StopAsync"/>.</summary>
    public async Task SweepAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = _time.GetUtcNow();
            var idleSince = now - _options.IdleAfter;
            var excess = _lanes.Count - _options.MaxActivations;
            foreach (var lane in _lanes.Values.OrderBy(lane => lane.LastUsed))
            {
                if (excess <= 0 && lane.LastUsed > idleSince.UtcTicks)
                    break;
                if (TryDrop(lane, TimeSpan.FromTicks(Math.Max(0, now.UtcTicks - lane.LastUsed))))
                    excess--;
            }
        }
    }

    /// <summary>Drops an actor from memory if its lane is at rest and nothing would be lost.</summary>
    /// <param name="idle">The grain stays if it was used later than that, by another server.</param>
    public bool TryDrop(Lane lane, TimeSpan idle)
    {
        if (!lane.TryEnd() || !_lanes.TryRemove(new KeyValuePair<ActorId, Lane>(lane.Id, lane)))
            return false;
        // Messages that come from now on take a new lane, and find the grain gone or going: Orleans brings them to the next one.
        lane.Grain.LeaveAsync(idle).Ignore();
        return true;
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>Lets a lane run; not before <see cref="Release"/>.</summary>
    private void Start(Lane lane)
    {
        if (_held is not null)
        {
            lock (_starting)
            {
                if (_held is { } held)
                {
                    held.Add(lane);
                    return;
                }
            }
        }

        _work.Begin();
        ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Table.RunAsync(work.Lane), (Table: this, Lane: lane), preferLocal: false);
    }

    private async Task RunAsync(Lane lane)
    {
        try
        {
            await _runner.RunAsync(lane);
        }
        finally
        {
            _work.End();
        }
    }
}
