using System.Collections.Concurrent;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Hosting.Embedded;

/// <summary>
/// All actors in one process. Messages from one actor to another arrive in order; durable ones at least once, across
/// a crash too. Nothing is seen outside before it is durable.
/// </summary>
public sealed class EmbeddedHost : IActorSystem, IAsyncDisposable
{
    private readonly ConcurrentDictionary<ActorId, Activation> _activations = new();
    private readonly Dictionary<string, IActor> _actors;
    private readonly EmbeddedHostOptions _options;
    private readonly IEngineStore _store;
    private readonly TimeProvider _time;
    private readonly DeadlineClock _clock;
    private readonly TurnRunner _runner;
    private readonly EffectRunner _effects;
    private readonly Recovery _recovery;
    private readonly CancellationTokenSource _stop = new();
    private readonly Torture? _torture;
    private readonly WorkCount _work = new();
    private readonly Lock _starting = new();
    private volatile List<Activation>? _held = [];
    private int _pending;
    private int _outboxPending;
    private int _disposed;
    private volatile bool _draining;
    private Task _background = Task.CompletedTask;

    /// <summary>Makes a host; <see cref="StartAsync"/> brings it to life.</summary>
    public EmbeddedHost(IEnumerable<IActor> actors, IEngineStore store, IDeskSource desk, IIdSource ids, TimeProvider time,
        EmbeddedHostOptions options, ILogger logger, IEngineProbe? probe = null)
    {
        _actors = actors.ToDictionary(actor => actor.Kind);
        _options = options;
        _store = store;
        _time = time;
        Stopping = _stop.Token;
        _torture = options.Torture is { } torture ? new Torture(torture) : null;
        _clock = new DeadlineClock(time, (id, lateness) =>
        {
            probe?.DeadlineFired(lateness);
            Tell(id, new Wake());
        });
        _effects = new EffectRunner(store, options, time, logger, Consumed);
        _recovery = new Recovery(this, store, _clock, [.. _actors.Keys], probe, logger);
        _runner = new TurnRunner(this, store, desk, ids, time, options, _clock, _torture, probe, logger);
    }

    /// <summary>Messages that wait or are being handled.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Durable messages on their way: written and not yet consumed.</summary>
    public int OutboxPending => Volatile.Read(ref _outboxPending);

    /// <summary>Actors in memory, by kind.</summary>
    public IReadOnlyDictionary<string, int> Activations => _activations.Values.GroupBy(a => a.Id.Kind).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>Adds a watcher of committed turns; before <see cref="StartAsync"/>.</summary>
    public void Observe(ITurnObserver observer) => _runner.Observers.Add(observer);

    /// <summary>Adds a handler of effects; before <see cref="StartAsync"/>.</summary>
    public void Handle(IEffectHandler handler) => _effects.Add(handler);

    /// <summary>Recovers what the last process left: messages on their way, deadlines, queues, presence. Returns when new work can be taken.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
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
        var reply = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!Post(to, new Mail(Copy(message), reply, null), _options.MailboxCapacity))
            throw new OverloadedException();
        return (TReply)(await reply.Task.WaitAsync(cancel))!;
    }

    public void Tell(ActorId to, Message message) => Post(to, new Mail(Copy(message), null, null), int.MaxValue);

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
        _effects.Dispose();
        _clock.Dispose();
        _stop.Dispose();
    }

    /// <summary>Brings a durable message to its receiver.</summary>
    internal void Deliver(OutboxMessage message, Message body)
    {
        Interlocked.Increment(ref _outboxPending);
        if (_effects.Takes(message.To.Kind))
            _effects.Start(message.Key, message.To, Copy(body));
        else if (_actors.ContainsKey(message.To.Kind))
            Post(message.To, new Mail(Copy(body), null, message.Key), int.MaxValue);
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

    internal void OutboxStartsAfter(long sequence) => _runner.StartAfter(sequence);

    internal CancellationToken Stopping { get; }

    internal static OverloadedException ShuttingDown() => new("The server is shutting down.");

    internal void Handled() => Interlocked.Decrement(ref _pending);

    /// <summary>Takes messages off the count that will not be handled, and tells who asked.</summary>
    internal void TurnAway(List<Mail> mails, Func<Exception> why)
    {
        foreach (var mail in mails)
        {
            mail.Reply?.TrySetException(why());
            Handled();
        }
    }

    private T Copy<T>(T message) where T : Message => _torture is null ? message : (T)StoredJson.Read<Message>(StoredJson.Write<Message>(message));

    private bool Post(ActorId to, Mail mail, int capacity)
    {
        while (true)
        {
            var activation = _activations.GetOrAdd(to, id => new Activation(id, _actors[id.Kind]));
            Interlocked.Increment(ref _pending);
            switch (activation.Post(mail, capacity))
            {
                case Posted.Start:
                    Start(activation);
                    return true;
                case Posted.Queued:
                    return true;
                case Posted.Full:
                    Handled();
                    return false;
                default:
                    Handled();
                    _activations.TryRemove(new KeyValuePair<ActorId, Activation>(to, activation));
                    break;
            }
        }
    }

    /// <summary>Lets an actor run; not before the host has started.</summary>
    private void Start(Activation activation)
    {
        if (_held is not null)
        {
            lock (_starting)
            {
                if (_held is { } held)
                {
                    held.Add(activation);
                    return;
                }
            }
        }

        _work.Begin();
        ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Host.RunAsync(work.Activation), (Host: this, Activation: activation), preferLocal: false);
    }

    private async Task RunAsync(Activation activation)
    {
        try
        {
            await _runner.RunAsync(activation);
        }
        finally
        {
            _work.End();
        }
    }

    private void Release()
    {
        List<Activation> held;
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
            var excess = _activations.Count - _options.MaxActivations;
            foreach (var activation in _activations.Values.OrderBy(activation => activation.LastUsed))
            {
                if (excess <= 0 && activation.LastUsed > idleSince.UtcTicks)
                    break;
                if (!activation.Actor.IsVolatile && activation.TryEnd() && _activations.TryRemove(new KeyValuePair<ActorId, Activation>(activation.Id, activation)))
                    excess--;
            }
        }
    }
}
