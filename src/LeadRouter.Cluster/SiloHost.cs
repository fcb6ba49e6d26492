using System.Collections.Concurrent;
using LeadRouter.Cluster.Grains;
using LeadRouter.Cluster.Lanes;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster;

/// <summary>
/// The engine on an Orleans silo: every actor a grain, and a lane to each. Messages from one actor to another arrive in order;
/// durable ones at least once, across a crash too. Nothing is seen outside before it is durable.
/// </summary>
public sealed class SiloHost : IActorSystem, IAsyncDisposable
{
    private readonly ConcurrentDictionary<ActorId, Lane> _lanes = new();
    private readonly Dictionary<string, IActor> _actors;
    private readonly EngineOptions _options;
    private readonly TimeProvider _time;
    private readonly DeadlineClock _clock;
    private readonly LaneRunner _runner;
    private readonly TurnPort _port;
    private readonly GrainServices _services;
    private readonly ILoggerFactory _loggers;
    private readonly EffectRunner _effects;
    private readonly Recovery _recovery;
    private readonly CancellationTokenSource _stop = new();
    private readonly WorkCount _work = new();
    private readonly Lock _starting = new();
    private volatile List<Lane>? _held = [];
    private int _pending;
    private int _outboxPending;
    private int _disposed;
    private volatile bool _draining;
    private IHost? _silo;
    private IGrainFactory _grains = null!;
    private Task _background = Task.CompletedTask;

    /// <summary>Makes a host; <see cref="StartAsync"/> brings it to life.</summary>
    public SiloHost(IEnumerable<IActor> actors, IEngineStore store, IDeskSource desk, IIdSource ids, TimeProvider time,
        EngineOptions options, ILoggerFactory loggers, IEngineProbe? probe = null)
    {
        _actors = actors.ToDictionary(actor => actor.Kind);
        _options = options;
        _time = time;
        Stopping = _stop.Token;
        _clock = new DeadlineClock(time, (id, lateness) =>
        {
            probe?.DeadlineFired(lateness);
            Tell(id, new Wake());
        });
        var logger = loggers.CreateLogger<SiloHost>();
        _loggers = loggers;
        _effects = new EffectRunner(store, options, time, logger, Consumed);
        _port = new TurnPort(this, _clock, time, probe, logger);
        _runner = new LaneRunner(this, options, time, logger);
        _recovery = new Recovery(this, store, _clock, [.. _actors.Keys], probe, logger);
        _services = new GrainServices(_actors, _port, store, desk, ids, time, probe);
    }

    /// <summary>Messages that wait or are being handled.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Durable messages on their way: written and not yet consumed.</summary>
    public int OutboxPending => Volatile.Read(ref _outboxPending);

    /// <summary>Actors in memory, by kind.</summary>
    public IReadOnlyDictionary<string, int> Activations => _lanes.Values.GroupBy(a => a.Id.Kind).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>Adds a watcher of committed turns; before <see cref="StartAsync"/>.</summary>
    public void Observe(ITurnObserver observer) => _port.Observers.Add(observer);

    /// <summary>Adds a handler of effects; before <see cref="StartAsync"/>.</summary>
    public void Handle(IEffectHandler handler) => _effects.Add(handler);

    /// <summary>Recovers what the last process left: messages on their way, deadlines, queues, presence. Returns when new work can be taken.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        _silo = await LoneSilo.StartAsync(_services, _loggers, cancel);
        _grains = _silo.Services.GetRequiredService<IGrainFactory>();
        await _recovery.RunAsync(cancel);
        Release();
        _background = Task.WhenAll(Task.Run(() => _clock.RunAsync(_stop.Token), CancellationToken.None), Task.Run(SweepAsync, CancellationToken.None));
    }

    public async Task<TReply> AskAsync<TReply>(ActorId to, Ask<TReply> message, CancellationToken cancel = default)
    {
        if (_draining)
            throw ShuttingDown();
        if (Pending >= _options.TotalCapacity)
            throw new OverloadedException();
        var asker = new Asker<TReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!Post(to, new Mail(message, asker, null), _options.MailboxCapacity))
            throw new OverloadedException();
        return await asker.Task.WaitAsync(cancel);
    }

    public void Tell(ActorId to, Message message) => Post(to, new Mail(message, null, null), int.MaxValue);

    /// <summary>Takes no more asks and waits until every mailbox is empty, or until cancelled; what then is left is durable and goes on at the next start.</summary>
    public async Task DrainAsync(CancellationToken cancel)
    {
        _draining = true;
        while (Pending > 0 && !cancel.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromMilliseconds(10), _time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends the turns that run, turns away who waits, and returns when nothing more is written.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _draining = true;
        await _stop.CancelAsync();
        Release();
        await _background.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _effects.StopAsync();
        await _work.CloseAsync();
        if (_silo is not null)
        {
            await _silo.StopAsync();
            _silo.Dispose();
        }

        _effects.Dispose();
        _clock.Dispose();
        _stop.Dispose();
    }

    /// <summary>Brings a durable message to its receiver.</summary>
    internal void Deliver(OutboxKey key, ActorId to, Message message)
    {
        Interlocked.Increment(ref _outboxPending);
        if (_effects.Takes(to.Kind))
            _effects.Start(key, to, message);
        else if (_actors.ContainsKey(to.Kind))
            Post(to, new Mail(message, null, key), int.MaxValue);
    }

    /// <summary>Brings a message that could not be handled again after a pause; at the next start, if the process ends before.</summary>
    internal void DeliverLater(ActorId to, Mail mail, TimeSpan pause) => _ = Task.Run(async () =>
    {
        await Task.Delay(pause, _time, Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!Stopping.IsCancellationRequested)
            Post(to, mail, int.MaxValue);
    });

    /// <summary>Whether messages to this kind may be lost with the process.</summary>
    internal bool IsVolatile(string kind) => _actors.TryGetValue(kind, out var actor) && actor.IsVolatile;

    internal void Consumed() => Interlocked.Decrement(ref _outboxPending);

    internal void OutboxStartsAfter(long sequence) => _port.StartAfter(sequence);

    internal CancellationToken Stopping { get; }

    internal static OverloadedException ShuttingDown() => new("The server is shutting down.");

    internal void Handled() => Interlocked.Decrement(ref _pending);

    /// <summary>Takes messages off the count that will not be handled, and tells who asked.</summary>
    internal void TurnAway(IReadOnlyList<Mail> mails, Func<Exception> why)
    {
        foreach (var mail in mails)
        {
            mail.Asker?.Refuse(why());
            Handled();
        }
    }

    private bool Post(ActorId to, Mail mail, int capacity)
    {
        while (true)
        {
            var lane = _lanes.GetOrAdd(to, id => new Lane(id, Grain(id)));
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

    /// <summary>Lets an actor run; not before the host has started.</summary>
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
        ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Host.RunAsync(work.Lane), (Host: this, Lane: lane), preferLocal: false);
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

    private void Release()
    {
        List<Lane> held;
        lock (_starting)
        {
            held = _held ?? [];
            _held = null;
        }

        held.ForEach(Start);
    }

    /// <summary>Drops idle actors from memory, the longest idle first when there are too many.</summary>
    private async Task SweepAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var idleSince = _time.GetUtcNow() - _options.IdleAfter;
            var excess = _lanes.Count - _options.MaxActivations;
            foreach (var lane in _lanes.Values.OrderBy(lane => lane.LastUsed))
            {
                if (excess <= 0 && lane.LastUsed > idleSince.UtcTicks)
                    break;
                if (lane.TryEnd() && _lanes.TryRemove(new KeyValuePair<ActorId, Lane>(lane.Id, lane)))
                {
                    excess--;
                    // Messages that come from now on take a new lane, and find the grain gone or going: Orleans brings them to the next one.
                    lane.Grain.LeaveAsync().Ignore();
                }
            }
        }
    }

    private IActorGrain Grain(ActorId id) => id.Kind switch
    {
        ActorKinds.Lead => _grains.GetGrain<ILeadGrain>(id.Key),
        ActorKinds.Rep => _grains.GetGrain<IRepGrain>(id.Key),
        ActorKinds.Queue => _grains.GetGrain<IQueueGrain>(id.Key),
        ActorKinds.Contact => _grains.GetGrain<IContactGrain>(id.Key),
        ActorKinds.Receipt => _grains.GetGrain<IReceiptGrain>(id.Key),
        _ => throw new KeyNotFoundException($"There is no kind of actor named {id.Kind}."),
    };
}
