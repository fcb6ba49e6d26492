using LeadRouter.Cluster.Lanes;
using LeadRouter.Cluster.Takeover;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster;

/// <summary>
/// The engine on an Orleans silo: every actor a grain, and a lane to each. Messages from one actor to another arrive in order;
/// durable ones at least once, across a crash too. Nothing is seen outside before it is durable.
/// </summary>
public sealed partial class SiloHost : IActorSystem, IAsyncDisposable
{
    /// <summary>Redis or the others may be gone when a server ends: it does not wait for them for long.</summary>
    private static readonly TimeSpan LeaveLimit = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, IActor> _actors;
    private readonly IEngineStore _store;
    private readonly EngineOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly ClusterLink? _cluster;
    private readonly FatalErrors _fatal;
    private readonly DeadlineClock _clock;
    private readonly LaneTable _lanes;
    private readonly EffectRunner _effects;
    private readonly TurnPort _port;
    private readonly Redelivery _redelivery;
    private readonly GrainServices _services;
    private readonly CancellationTokenSource _stop = new();
    private int _outboxPending;
    private int _disposed;
    private volatile bool _draining;
    private IMembers _members = new LoneMember();
    private IHost? _silo;
    private IGrainFactory _grains = null!;
    private Task _background = Task.CompletedTask;

    /// <summary>Makes a host; <see cref="StartAsync"/> brings it to life.</summary>
    /// <param name="cluster">Where the others are; null: the host is on its own.</param>
    public SiloHost(IEnumerable<IActor> actors, IEngineStore store, IDeskSource desk, IIdSource ids, TimeProvider time,
        EngineOptions options, ILoggerFactory loggers, IEngineProbe probe, ClusterLink? cluster = null)
    {
        _actors = actors.ToDictionary(actor => actor.Kind);
        (_store, _options, _time, _loggers, _cluster) = (store, options, time, loggers, cluster);
        _logger = loggers.CreateLogger<SiloHost>();
        _fatal = new FatalErrors(loggers.CreateLogger<FatalErrors>());
        _clock = new DeadlineClock(time, (id, lateness) =>
        {
            probe.DeadlineFired(lateness);
            Tell(id, new Wake());
        });
        _lanes = new LaneTable(Grain, options, time, _logger);
        _effects = new EffectRunner(store, options, time, _logger, Consumed);
        _port = new TurnPort(this, _clock, time, probe, _logger);
        _redelivery = new Redelivery(this, probe, _logger);
        _services = new GrainServices(_actors, _port, store, desk, ids, time, probe, cluster is null ? null : _redelivery, _logger);
    }

    /// <summary>Messages that wait or are being handled.</summary>
    public int Pending => _lanes.Pending;

    /// <summary>Durable messages on their way: written and not yet consumed.</summary>
    public int OutboxPending => Volatile.Read(ref _outboxPending);

    /// <summary>Actors that this server has written to lately, by kind.</summary>
    public IReadOnlyDictionary<string, int> Activations => _lanes.Counts;

    /// <summary>This server's name among the others, of this start; known from <see cref="StartAsync"/> on.</summary>
    public string Name => _members.Self;

    /// <summary>How many servers live, this one included.</summary>
    public int Servers => _members.Count;

    /// <summary>This server does what only one of them has to do.</summary>
    public bool IsFirst => _members.IsFirst;

    /// <summary>Completes, with the reason, when this server cannot go on and has to be started again.</summary>
    public Task<string> Died => _fatal.Died;

    /// <summary>Adds a watcher of the turns that are committed on this server; before <see cref="StartAsync"/>.</summary>
    public void Observe(ITurnObserver observer) => _port.Observers.Add(observer);

    /// <summary>Adds a handler of effects; before <see cref="StartAsync"/>.</summary>
    public void Handle(IEffectHandler handler) => _effects.Add(handler);

    /// <summary>
    /// On its own: recovers what the last process left (messages on their way, queues, presence). In a cluster: joins it; what
    /// nobody looks after is taken over. Returns when new work can be taken.
    /// </summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        if (_cluster is null)
        {
            _silo = await LoneSilo.StartAsync(_services, Built, _loggers, cancel);
            await new Recovery(this, _store, _clock, _redelivery, [.. _actors.Keys]).RunAsync(cancel);
        }
        else
        {
            _silo = await ClusterSilo.StartAsync(_cluster, _services, Built, _fatal, _loggers, cancel);
            _members = new ClusterMembers(_silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress, _silo.Services.GetRequiredService<IClusterMembershipService>(), _time);
        }

        _lanes.Release();
        _background = Task.WhenAll(
            Task.Run(() => _clock.RunAsync(_stop.Token), CancellationToken.None),
            Task.Run(_lanes.SweepAsync, CancellationToken.None),
            Task.Run(() => Sweeper().RunAsync(_stop.Token), CancellationToken.None));
    }

    public async Task<TReply> AskAsync<TReply>(ActorId to, Ask<TReply> message, CancellationToken cancel = default)
    {
        if (_draining)
            throw LaneTable.ShuttingDown();
        if (Pending >= _options.TotalCapacity)
            throw new OverloadedException();
        var asker = new Asker<TReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_lanes.Post(to, new Mail(message, asker, null), _options.MailboxCapacity))
            throw new OverloadedException();
        return await asker.Task.WaitAsync(cancel);
    }

    public void Tell(ActorId to, Message message) => _lanes.Post(to, new Mail(message, null, null));

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
        // The others take over what this server has in memory before it falls silent.
        using var limit = new CancellationTokenSource(LeaveLimit);
        if (_cluster is not null && _silo is not null)
            await LeaveAsync(_silo, limit.Token);
        await _stop.CancelAsync();
        var lanes = _lanes.StopAsync();
        await _background.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _effects.StopAsync();
        await lanes;
        if (_silo is not null)
        {
            await LeaveAsync(_silo, limit.Token);
            _silo.Dispose();
        }

        _effects.Dispose();
        _clock.Dispose();
        _lanes.Dispose();
        _stop.Dispose();
    }

    /// <summary>Brings a durable message to its receiver. One that nobody here takes stays in the outbox, and is not on its way.</summary>
    internal void Deliver(OutboxKey key, ActorId to, Message message)
    {
        if (_effects.Takes(to.Kind))
        {
            Interlocked.Increment(ref _outboxPending);
            _effects.Start(key, to, message);
        }
        else if (_actors.ContainsKey(to.Kind))
        {
            Interlocked.Increment(ref _outboxPending);
            _lanes.Post(to, new Mail(message, null, key));
        }
    }

    /// <summary>Brings a message that could not be handled again after a pause; at the next start, if the process ends before.</summary>
    internal void DeliverLater(ActorId to, Mail mail, TimeSpan pause) => _lanes.PostLater(to, mail, pause);

    /// <summary>Whether messages to this kind may be lost with the process.</summary>
    internal bool IsVolatile(string kind) => _actors.TryGetValue(kind, out var actor) && actor.IsVolatile;

    /// <summary>Whether there are actors of a kind.</summary>
    internal bool Has(string kind) => _actors.ContainsKey(kind);

    /// <summary>Whether mail to an actor waits or travels here.</summary>
    internal bool HasMail(ActorId id) => _lanes.HasMail(id);

    internal void Consumed() => Interlocked.Decrement(ref _outboxPending);

    internal void OutboxStartsAfter(long sequence) => _port.StartAfter(sequence);

    private async Task LeaveAsync(IHost silo, CancellationToken limit)
    {
        try
        {
            await silo.StopAsync(limit).WaitAsync(limit);
        }
        catch (Exception trouble)
        {
            LogLeave(trouble.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The silo did not leave in order: {why}")]
    private partial void LogLeave(string why);

    private void Built(IHost silo) => _grains = silo.Services.GetRequiredService<IGrainFactory>();

    /// <summary>On its own a server has everything in its memory, or has recovered it.</summary>
    private Sweeper Sweeper() => new(_cluster is null ? [] :
    [
        new DueSweep(this, _store, _clock, _members, _time), new OutboxSweep(this, _store, _redelivery, _members, _time),
        new QueueSweep(this, _store, _members), new ServerSweep(this, _store, _members),
    ], _members, _time, _logger);

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
