using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;
using LeadRouter.Domain.Reps;
using LeadRouter.Simulation.Timing;

namespace LeadRouter.Simulation.Hosting;

/// <summary>What a host is made of.</summary>
internal sealed record HostParts(Agenda Agenda, Draw Draw, Faults Faults, IReadOnlyDictionary<string, IActor> Actors, IDurableView View, Disk Disk, IDeskSource Desk, IIdSource Ids, ServerClock Time, Action<string> Defect, Flaw Flaw);

/// <summary>
/// The embedded host's promises in virtual time on one thread: one message at a time per actor, order kept per pair,
/// nothing seen before it is durable, durable messages at least once. One object is one life of the process.
/// </summary>
internal sealed class VirtualHost : Mortal, IActorSystem
{
    private readonly HostParts _parts;
    private readonly Dictionary<ActorId, VirtualActivation> _activations = [];
    private readonly VirtualTurns _turns;
    private readonly VirtualClock _clock;
    private readonly VirtualEffects _effects;
    private bool _held = true;

    public VirtualHost(HostParts parts, Func<VirtualHost, IEffectHandler> effects, Action<CommittedTurn> observe)
    {
        _parts = parts;
        _clock = new VirtualClock(this, parts);
        _turns = new VirtualTurns(this, parts, _clock, observe);
        _effects = new VirtualEffects(this, parts, effects(this));
    }

    public long OutboxSequence { get; set; }

    /// <summary>Messages that wait.</summary>
    public int Pending { get; set; }

    /// <summary>Picks up what the last life left, in the order of the embedded host's recovery.</summary>
    public void Start()
    {
        var rows = _parts.View.Outbox();
        OutboxSequence = Math.Max(_parts.Time.Now.UtcTicks, rows.Count == 0 ? 0 : rows.Max(row => row.Key.Sequence));
        foreach (var due in _parts.View.Due())
            _clock.Set(due.Id, due.At);
        foreach (var rep in _parts.View.Keys(ActorKinds.Rep))
            Tell(new ActorId(ActorKinds.Rep, rep), new TellRep(new ResetRepConnections()));
        foreach (var (key, to, body) in rows.OrderBy(row => row.Key.Sequence))
            Deliver(key, to, body);
        foreach (var index in _parts.View.Indexes(QueueIndexes.WaitingPrefix))
            Tell(new ActorId(ActorKinds.Queue, index[QueueIndexes.WaitingPrefix.Length..]), new Wake());
        _held = false;
        foreach (var activation in _activations.Values.Where(activation => activation.Running).ToList())
            Later(TimeSpan.Zero, activation.Run);
    }

    /// <summary>Everything in memory is gone.</summary>
    public void Die()
    {
        IsDead = true;
        // What is still on the agenda for this life must not keep its memory.
        _activations.Clear();
    }

    public Task<TReply> AskAsync<TReply>(ActorId to, Ask<TReply> message, CancellationToken cancel = default)
    {
        if (!IsDead && (Pending >= _parts.Faults.TotalCapacity || (_activations.TryGetValue(to, out var busy) && busy.Mail.Count >= _parts.Faults.MailboxCapacity)))
            return Task.FromException<TReply>(new OverloadedException());
        var reply = new VirtualReply<TReply>();
        if (!IsDead)
            Post(to, new VirtualMail(message, reply, null));
        return reply.Task;
    }

    public void Tell(ActorId to, Message message) => Post(to, new VirtualMail(message, null, null));

    public void Deliver(OutboxKey key, ActorId to, Message body)
    {
        if (to.Kind == ActorKinds.Carrier)
            _effects.Start(key, body);
        else
            Post(to, new VirtualMail(body, null, key));
    }

    /// <summary>The server's clock was put forward or back.</summary>
    public void ClockStepped() => _clock.Stepped();

    /// <summary>Does something later in this life.</summary>
    public void Later(TimeSpan pause, Action what) => _parts.Agenda.After(pause, what, this);

    public Task DelayAsync(TimeSpan pause)
    {
        var done = new TaskCompletionSource();
        Later(pause, done.SetResult);
        return done.Task;
    }

    public bool IsVolatile(string kind) => _parts.Actors.TryGetValue(kind, out var actor) && actor.IsVolatile;

    /// <summary>Drops an actor at rest from memory.</summary>
    public void Forget(VirtualActivation activation) => _activations.Remove(activation.Id);

    /// <summary>Drops every actor at rest from memory.</summary>
    public void ForgetIdle()
    {
        foreach (var activation in _activations.Values.Where(activation => !activation.Running && !activation.Actor.IsVolatile && activation.Unsure is null).ToList())
            Forget(activation);
    }

    private void Post(ActorId to, VirtualMail mail)
    {
        if (!_activations.TryGetValue(to, out var activation))
            _activations.Add(to, activation = new VirtualActivation(to, _parts.Actors[to.Kind], _turns));
        if (_parts.Flaw == Flaw.DropsWhenFull && activation.Mail.Count >= _parts.Faults.MailboxCapacity)
            return;
        activation.Mail.Add(mail);
        Pending++;
        if (activation.Running)
            return;
        activation.Running = true;
        if (!_held)
            Later(_parts.Draw.Seconds(0, 0.001), activation.Run);
    }
}
