namespace LeadRouter.Turns.Shell;

/// <summary>
/// What a turn is: load, settle an unsure write, decide, have it written, and only then act. It does no I/O: each step returns
/// what it needs next, and the host, which reads and writes, calls the step that follows. A grain and the simulator drive this
/// same code. One shell serves one actor, one message at a time.
/// </summary>
public class TurnShell(ActorId id, IActor actor, ITurnPort port)
{
    /// <summary>After a wake-up that failed or that left its cause in place, the next one comes no earlier.</summary>
    private static readonly TimeSpan DefectPause = TimeSpan.FromSeconds(5);

    private readonly ActorMemory _memory = new();
    private Mail? _mail;
    private TurnContext _context;

    /// <summary>The turn of which it is not known whether it became durable; outlives <see cref="Drop"/>.</summary>
    private DecidedTurn? _unsure;

    /// <summary>The message one of whose turns was unsure and not found in the store. A server that was slow may have written it since.</summary>
    private Mail? _doubted;

    public ActorId Id => id;

    public IActor Actor => actor;

    /// <summary>The turn to be written; while <see cref="Need.Write"/>.</summary>
    public DecidedTurn? Decided { get; private set; }

    /// <summary>The message asked about; while <see cref="Need.Message"/>.</summary>
    public OutboxKey Sought { get; private set; }

    /// <summary>Nothing of the actor is in memory that a load would not bring back: it may be forgotten.</summary>
    public bool IsForgettable => !actor.IsVolatile && _unsure is null;

    /// <summary>The actor's state is in memory.</summary>
    public bool IsLoaded => _memory.IsLoaded;

    /// <summary>There is no such actor, by what is stored: nothing is lost with it.</summary>
    public bool IsNobody => IsForgettable && _memory is { IsLoaded: true, State: null };

    /// <summary>Takes the next message; the one before is done with.</summary>
    public Need Take(Mail mail, in TurnContext context)
    {
        (_mail, _context) = (mail, context);
        if (!_memory.IsLoaded)
            return actor.IsVolatile ? Need.Entries : Need.State;
        return Decide();
    }

    /// <summary>The actor as stored; null when it never was.</summary>
    public Need Loaded(StoredActor? stored)
    {
        object? state;
        try
        {
            state = actor.Restore(stored?.State);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return Failed(defect);
        }

        return Loaded(state, stored?.Version ?? 0, stored?.OutboxSequence ?? 0);
    }

    /// <summary>The same for a store that keeps objects.</summary>
    public Need Loaded(object? state, long version, long outboxSequence)
    {
        _memory.Take(state, version, outboxSequence);
        return _unsure is { } unsure ? Settle(unsure) : Decide();
    }

    /// <summary>The entries of a volatile actor's indexes, by the name of the index.</summary>
    public Need Rebuilt(IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries)
    {
        try
        {
            _memory.Take(actor.Rebuild(id.Key, _memory.State, entries, _context), 0, 0);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return Failed(defect);
        }

        return Decide();
    }

    /// <summary>Whether the message asked about is in the outbox.</summary>
    public Need Found(bool isThere) => Settled(isThere);

    /// <summary>What was needed cannot be read now.</summary>
    public Need Unreadable(Exception why) => Refuse(why);

    /// <summary>The decided turn is durable.</summary>
    public virtual Need Written()
    {
        var decided = Decided!;
        Done(decided.Turn, decided.Before, decided.Outbox);
        // Not sooner: when acting fails for want of memory, the turn is unsure, and is acted on when it is found to be durable.
        Decided = null;
        return Need.Nothing;
    }

    /// <summary>The write was answered with an error. The answer may be wrong: what the store holds decides, before the next message.</summary>
    public virtual Need NotWritten(Exception why)
    {
        _unsure = TakeDecided();
        return Refuse(why);
    }

    /// <summary>The actor's messages that are in the outbox, by sequence: those of a write that nobody has acted on are among them.</summary>
    public Need Pending(IReadOnlyList<Sent> outbox)
    {
        foreach (var (key, to, message) in outbox)
            port.Deliver(key, to, message);
        return _unsure is null ? Finished() : Settled(false);
    }

    /// <summary>
    /// The message of the decided turn is not in the outbox any more, so nothing was written: somebody else has handled it. The
    /// turn is dropped and the message is done with; the state stays as it was loaded.
    /// </summary>
    public Need Gone()
    {
        TakeDecided();
        return ReferenceEquals(_doubted, _mail) ? Need.Outbox : Finished();
    }

    /// <summary>A message met a defect, of the actor or of the host: it must not stop the actor, and nobody may wait for an answer for ever.</summary>
    public Need Failed(Exception defect)
    {
        _memory.Drop();
        Decided = null;
        // What a volatile actor knew went with the defect: it is woken to be rebuilt, though nobody may write to it again.
        if (_mail!.Message is Wake || actor.IsVolatile)
            port.SetDeadline(id, port.Now + DefectPause);
        port.Defect(id, _mail, defect);
        _mail.Asker?.Refuse(defect);
        return Need.Nothing;
    }

    /// <summary>Forgets the state: it is loaded again before the next message.</summary>
    public void Drop() => _memory.Drop();

    /// <summary>Has a turn written before anything of it is seen.</summary>
    protected virtual Need Write(DecidedTurn decided)
    {
        Decided = decided;
        return Need.Write;
    }

    /// <summary>Makes the turn's durable messages, numbered in the order in which they leave.</summary>
    protected virtual IReadOnlyList<Sent> Number(IReadOnlyList<Envelope> outgoing)
    {
        if (actor.IsVolatile)
            return [];
        var durable = new List<Sent>();
        foreach (var (to, message) in outgoing)
        {
            if (port.IsVolatile(to.Kind))
                continue;
            _memory.OutboxSequence = port.NextSequence(_memory.OutboxSequence);
            durable.Add(new Sent(new OutboxKey(id, _memory.OutboxSequence), to, message));
        }

        return durable;
    }

    /// <summary>The store cannot do it now: who asked is told, and any other message is tried again.</summary>
    protected virtual Need Refuse(Exception why)
    {
        _memory.Drop();
        if (_mail!.Asker is not { } asker)
            return Need.Retry;
        asker.Refuse(why as StoreUnavailableException ?? new StoreUnavailableException(why.Message, why));
        // Nobody may ever write to this actor again: what it did, if it did, must be acted on all the same.
        if (_unsure is not null)
            port.Tell(id, new Wake());
        return Need.Nothing;
    }

    /// <summary>Takes the turn that was being written.</summary>
    protected DecidedTurn TakeDecided()
    {
        var decided = Decided!;
        Decided = null;
        return decided;
    }

    /// <summary>The turn is over: the state is what it says, and what it sends, shows and answers leaves.</summary>
    protected void Done(Turn turn, object? before, IReadOnlyList<Sent> outbox)
    {
        if (turn.Changes)
            _memory.Version = turn.Delete ? 0 : _memory.Version + 1;
        _memory.State = turn.State;
        if (_mail!.Consumed is { } consumed)
            port.Consumed(consumed);
        Act(_mail, turn, before, outbox);
        if (!turn.Reload)
            return;
        _memory.BeStale();
        port.Tell(id, new Wake());
    }

    private Need Decide()
    {
        var before = _memory.State;
        Turn turn;
        try
        {
            turn = actor.Receive(id, before, _mail!.Message, _context);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return Failed(defect);
        }

        var outbox = Number(turn.Outbox);
        if (turn.Changes || _mail.Consumed is not null || outbox.Count > 0)
            return Write(new DecidedTurn(id, _mail, turn, before, _memory.Version, outbox, _memory.OutboxSequence));
        Done(turn, before, outbox);
        return Need.Nothing;
    }

    /// <summary>Finds out whether the turn whose write was answered with an error stands in the store.</summary>
    private Need Settle(DecidedTurn unsure)
    {
        switch (Settlements.Of(unsure, actor, _memory.State, _memory.Version, _memory.OutboxSequence))
        {
            case Settlement.MovedOn:
                return Need.Outbox;
            case Settlement.AskOutbox:
                Sought = unsure.Outbox[0].Key;
                return Need.Message;
            case var settled:
                return Settled(settled == Settlement.Durable);
        }
    }

    private Need Settled(bool isDurable)
    {
        var unsure = _unsure!;
        _unsure = null;
        if (isDurable)
        {
            if (unsure.Consumed is { } consumed)
                port.Consumed(consumed);
            Act(unsure.Mail, unsure.Turn, unsure.Before, unsure.Outbox);
            if (ReferenceEquals(unsure.Mail, _mail))
                return Need.Nothing;
        }
        else
        {
            _doubted = unsure.Mail;
        }

        return Decide();
    }

    /// <summary>The message is done with, and nothing of its turn is ours to act on.</summary>
    private Need Finished()
    {
        if (_mail!.Consumed is { } consumed)
            port.Consumed(consumed);
        _mail.Asker?.Refuse(new StoreUnavailableException("Somebody else has handled the message."));
        // Nobody may ever write to this actor again: its deadline is to be set by what it is now.
        if (ReferenceEquals(_doubted, _mail))
            port.Tell(id, new Wake());
        return Need.Nothing;
    }

    private void Act(Mail mail, Turn turn, object? before, IReadOnlyList<Sent> outbox)
    {
        var now = port.Now;
        port.SetDeadline(id, mail.Message is Wake && turn.Events.Count == 0 && turn.DueAt <= now ? now + DefectPause : turn.DueAt);
        // Before anything leaves the actor: who watches must not see what follows from a turn before the turn itself.
        if (turn.Events.Count > 0)
            port.Show(new CommittedTurn(id, before, turn.State, turn.Events));
        foreach (var sent in outbox)
            port.Deliver(sent.Key, sent.To, sent.Message);
        foreach (var (to, message) in turn.Outbox)
        {
            if (actor.IsVolatile || port.IsVolatile(to.Kind))
                port.Tell(to, message);
        }

        mail.Asker?.Answer(turn.Reply);
    }
}
