namespace LeadRouter.Simulation.Hosting;

/// <summary>What a host is made of.</summary>
internal sealed record HostParts(Agenda Agenda, Draw Draw, Faults Faults, IReadOnlyDictionary<string, IActor> Actors, IDurableView View, Disk Disk, IDeskSource Desk, IIdSource Ids, ServerClock Time, Action<string, string> Broken, Flaw Flaw)
{
    /// <summary>Makes the shell of an actor.</summary>
    public Func<ActorId, IActor, ITurnPort, TurnShell> Shell { get; init; } = (id, actor, port) => new TurnShell(id, actor, port);

    /// <summary>Is told what happens that no event tells of.</summary>
    public Action<string> Noted { get; init; } = _ => { };
}

/// <summary>
/// The host's promises in virtual time on one thread: one message at a time per actor, order kept per pair, durable messages
/// at least once. What a turn is says the product's shell. One object is one life of the process.
/// </summary>
internal sealed class VirtualHost : Mortal, IActorSystem, ITurnPort
{
    private readonly HostParts _parts;
    private readonly Dictionary<ActorId, VirtualLane> _lanes = [];
    private readonly Schedule _schedule;
    private readonly VirtualClock _clock;
    private readonly VirtualEffects _effects;
    private readonly Action<CommittedTurn> _observe;
    private bool _held = true;
    private long _sequence;

    public VirtualHost(HostParts parts, Func<VirtualHost, IEffectHandler> effects, Action<CommittedTurn> observe)
    {
        _parts = parts;
        _schedule = new Schedule(parts.Draw, parts.Faults.IsAdverse);
        _clock = new VirtualClock(this, parts);
        _observe = observe;
        _effects = new VirtualEffects(this, parts, effects(this));
    }

    public DateTimeOffset Now => _parts.Time.Now;

    /// <summary>Messages that wait.</summary>
    public int Pending { get; set; }

    /// <summary>Picks up what the last life left, in the order of the product's recovery.</summary>
    public void Start()
    {
        var rows = _parts.View.Outbox();
        _sequence = Math.Max(_parts.Time.Now.UtcTicks, rows.Count == 0 ? 0 : rows.Max(row => row.Key.Sequence));
        foreach (var due in _parts.View.Due())
            _clock.Set(due.Id, due.At);
        foreach (var rep in _parts.View.Keys(ActorKinds.Rep))
            Tell(new ActorId(ActorKinds.Rep, rep), new TellRep(new ResetRepConnections()));
        foreach (var (key, to, message) in rows.OrderBy(row => row.Key.Sequence))
            Deliver(key, to, message);
        foreach (var index in _parts.View.Indexes(QueueIndexes.WaitingPrefix))
            Tell(new ActorId(ActorKinds.Queue, index[QueueIndexes.WaitingPrefix.Length..]), new Wake());
        _held = false;
        foreach (var lane in _lanes.Values.Where(lane => lane.Running).ToList())
            Later(TimeSpan.Zero, lane.Run);
    }

    /// <summary>Everything in memory is gone.</summary>
    public void Die()
    {
        IsDead = true;
        // What is still on the agenda for this life must not keep its memory.
        _lanes.Clear();
    }

    public Task<TReply> AskAsync<TReply>(ActorId to, Ask<TReply> message, CancellationToken cancel = default)
    {
        if (!IsDead && (Pending >= _parts.Faults.TotalCapacity || (_lanes.TryGetValue(to, out var busy) && busy.Mail.Count >= _parts.Faults.MailboxCapacity)))
        {
            _parts.Noted("mailbox full");
            return Task.FromException<TReply>(new OverloadedException());
        }

        var asker = new Asker<TReply>(TaskCreationOptions.None);
        if (!IsDead)
            Post(to, new Mail(message, asker, null));
        return asker.Task;
    }

    public void Tell(ActorId to, Message message) => Post(to, new Mail(message, null, null));

    public void Deliver(OutboxKey key, ActorId to, Message body)
    {
        // Whoever reads the outbox after a crash goes by the numbers: what leaves in another order would arrive in two.
        if (_lanes.TryGetValue(key.From, out var sender) && !sender.Sends(key.Sequence))
            _parts.Broken("Order", $"{key.From} sent its message {key.Sequence} to {to} after a later one.");
        if (to.Kind == ActorKinds.Carrier)
            _effects.Start(key, body);
        else
            Post(to, new Mail(body, null, key));
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

    public long NextSequence(long after) => _sequence = Math.Max(_sequence, after) + 1;

    public void SetDeadline(ActorId id, DateTimeOffset? at) => _clock.Set(id, at);

    public void Show(in CommittedTurn turn) => _observe(turn);

    public void Consumed(OutboxKey key)
    {
        // Only the product's gauge counts them.
    }

    public void Defect(ActorId id, Mail mail, Exception defect) => _parts.Broken("NoDefect", $"{id} could not handle {mail.Message}: {defect.Message}");

    /// <summary>Drops an actor at rest from memory.</summary>
    public void Forget(VirtualLane lane) => _lanes.Remove(lane.Shell.Id);

    /// <summary>Drops every actor at rest from memory.</summary>
    public void ForgetIdle()
    {
        foreach (var lane in _lanes.Values.Where(lane => !lane.Running && lane.Shell.IsForgettable).ToList())
            Forget(lane);
    }

    private void Post(ActorId to, Mail mail)
    {
        if (!_lanes.TryGetValue(to, out var lane))
            _lanes.Add(to, lane = new VirtualLane(_parts.Shell(to, _parts.Actors[to.Kind], this), this, _parts));
        if (_parts.Flaw == Flaw.DropsWhenFull && lane.Mail.Count >= _parts.Faults.MailboxCapacity)
            return;
        lane.Mail.Add(mail);
        Pending++;
        if (lane.Running)
            return;
        lane.Running = true;
        if (!_held)
            Later(_schedule.Pause(to), lane.Run);
    }
}
