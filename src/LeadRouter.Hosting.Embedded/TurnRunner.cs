using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Hosting.Embedded;

/// <summary>Runs an actor's messages one by one: load, decide, make durable, and only then act.</summary>
internal sealed partial class TurnRunner(EmbeddedHost host, IEngineStore store, IDeskSource desk, IIdSource ids, TimeProvider time,
    EmbeddedHostOptions options, DeadlineClock clock, Torture? torture, IEngineProbe? probe, ILogger logger)
{
    /// <summary>After a wake-up that failed or that left its cause in place, the next one comes no earlier.</summary>
    private static readonly TimeSpan DefectPause = TimeSpan.FromSeconds(5);

    /// <summary>A durable message that met a defect comes again after this, behind whatever came meanwhile.</summary>
    private static readonly TimeSpan DefectRetry = TimeSpan.FromMinutes(1);

    private long _outboxSequence = time.GetUtcNow().UtcTicks;

    public List<ITurnObserver> Observers { get; } = [];

    /// <summary>Outbox sequences given from now on are greater.</summary>
    public void StartAfter(long sequence) => _outboxSequence = Math.Max(_outboxSequence, sequence);

    public async Task RunAsync(Activation activation)
    {
        while (!host.Stopping.IsCancellationRequested && activation.TryTake(out var mail))
        {
            if (await HandleAsync(activation, mail) is { } trouble)
            {
                // The message keeps its place and its order; it is tried again after a pause.
                host.TurnAway(activation.PutBack(mail), () => new StoreUnavailableException(trouble.Message, trouble));
                await Task.Delay(options.RetryAfter, time, host.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            else
            {
                host.Handled();
            }
        }

        if (host.Stopping.IsCancellationRequested)
            host.TurnAway(activation.End(), EmbeddedHost.ShuttingDown);
    }

    /// <summary>Null when the message is done with, well or badly; else why it has to be tried again.</summary>
    private async Task<Exception?> HandleAsync(Activation activation, Mail mail)
    {
        var started = time.GetTimestamp();
        try
        {
            await TurnAsync(activation, mail);
            return null;
        }
        catch (Exception trouble) when (trouble is StoreUnavailableException or VersionConflictException)
        {
            activation.Drop();
            if (mail.Reply is null)
                return trouble;
            mail.Reply.TrySetException(trouble as StoreUnavailableException ?? new StoreUnavailableException(trouble.Message, trouble));
            // Nobody may ever write to this actor again: what it did, if it did, must be acted on all the same.
            if (activation.Unsure is not null)
                host.Tell(activation.Id, new Wake());
            return null;
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // A message that an actor cannot handle must not stop the actor. A durable one stays in the outbox and comes again.
            activation.Drop();
            probe?.MessageFailed(activation.Id.Kind);
            LogDefect(defect, mail.Message.GetType().Name, activation.Id.Kind);
            // What a volatile actor knew went with the defect: it is woken to be rebuilt, though nobody may write to it again.
            if (mail.Message is Wake || activation.Actor.IsVolatile)
                clock.Set(activation.Id, time.GetUtcNow() + DefectPause);
            if (mail.Consumed is not null)
                host.DeliverLater(activation.Id, mail, DefectRetry);
            mail.Reply?.TrySetException(defect);
            return null;
        }
        finally
        {
            activation.LastUsed = time.GetUtcNow().UtcTicks;
            probe?.TurnDone(activation.Id.Kind, time.GetElapsedTime(started));
        }
    }

    private async Task TurnAsync(Activation activation, Mail mail)
    {
        var snapshot = desk.Current;
        var context = new TurnContext(time.GetUtcNow(), snapshot.Desk, snapshot.Calendar, ids);
        if (!activation.Loaded)
            await LoadAsync(activation, context);
        if (activation.Unsure is { } unsure && await SettleAsync(activation, unsure) && ReferenceEquals(unsure.Mail, mail))
            return;
        var before = activation.State;
        var turn = activation.Actor.Receive(activation.Id, before, mail.Message, context);
        var durable = Durable(activation, turn);
        if (turn.Changes || mail.Consumed is not null || durable.Count > 0)
            await CommitAsync(activation, mail, turn, durable);
        if (mail.Consumed is not null)
            host.Consumed();
        if (turn.Changes)
            activation.Version = turn.Delete ? 0 : activation.Version + 1;
        activation.State = turn.State;
        Act(activation, mail, turn, before, durable);
        if (turn.Reload)
        {
            activation.Loaded = false;
            host.Tell(activation.Id, new Wake());
        }
        else
        {
            torture?.Treat(activation);
        }
    }

    private async Task CommitAsync(Activation activation, Mail mail, Turn turn, List<(OutboxMessage Row, Message Body)> durable)
    {
        var write = Write(activation, mail, turn, durable);
        try
        {
            await store.CommitAsync(write, CancellationToken.None);
        }
        catch (Exception trouble) when (trouble is StoreUnavailableException or VersionConflictException)
        {
            activation.Unsure = new UnsureTurn(mail, turn, activation.State, write, durable);
            throw;
        }
    }

    /// <summary>Acts on a turn that is durable though its write was answered with an error.</summary>
    /// <returns>Whether it is.</returns>
    private async Task<bool> SettleAsync(Activation activation, UnsureTurn unsure)
    {
        var isDurable = await unsure.IsDurableAsync(store);
        activation.Unsure = null;
        if (!isDurable)
            return false;
        if (unsure.Mail.Consumed is not null)
            host.Consumed();
        Act(activation, unsure.Mail, unsure.Turn, unsure.Before, unsure.Durable);
        return true;
    }

    private void Act(Activation activation, Mail mail, Turn turn, object? before, List<(OutboxMessage Row, Message Body)> durable)
    {
        var now = time.GetUtcNow();
        clock.Set(activation.Id, mail.Message is Wake && turn.Events.Count == 0 && turn.DueAt <= now ? now + DefectPause : turn.DueAt);
        // Before anything leaves the actor: who watches must not see what follows from a turn before the turn itself.
        if (turn.Events.Count > 0)
        {
            var committed = new CommittedTurn(activation.Id, before, turn.State, turn.Events);
            foreach (var observer in Observers)
                Show(observer, committed);
        }

        foreach (var (row, body) in durable)
            host.Deliver(row, body);
        foreach (var outgoing in turn.Outgoing)
        {
            if (activation.Actor.IsVolatile || host.IsVolatile(outgoing.To.Kind))
                host.Tell(outgoing.To, outgoing.Body);
        }

        mail.Reply?.TrySetResult(turn.Reply);
    }

    private void Show(ITurnObserver observer, CommittedTurn committed)
    {
        try
        {
            observer.Committed(committed);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // What is durable has happened, whatever a watcher makes of it.
            LogWatcher(defect, observer.GetType().Name);
        }
    }

    private List<(OutboxMessage Row, Message Body)> Durable(Activation activation, Turn turn)
    {
        if (activation.Actor.IsVolatile)
            return [];
        return [.. turn.Outgoing.Where(outgoing => !host.IsVolatile(outgoing.To.Kind)).Select(outgoing =>
            (new OutboxMessage(new OutboxKey(activation.Id, Interlocked.Increment(ref _outboxSequence)), outgoing.To, StoredJson.Write(outgoing.Body)), outgoing.Body))];
    }

    private static TurnWrite Write(Activation activation, Mail mail, Turn turn, List<(OutboxMessage Row, Message Body)> durable)
    {
        var sequence = activation.Actor.Sequence(activation.State);
        return new TurnWrite
        {
            Id = activation.Id,
            ExpectedVersion = activation.Version,
            OutboxSequence = durable.Count > 0 ? durable[^1].Row.Key.Sequence : 0,
            State = turn.Changes && turn.State is { } state ? activation.Actor.Store(state) : null,
            Delete = turn.Delete,
            DueAt = turn.DueAt,
            Events = [.. turn.Events.Select(happening => StoredJson.WriteEvent(++sequence, happening))],
            Outbox = [.. durable.Select(message => message.Row)],
            Consumed = mail.Consumed,
            Index = turn.Index,
            LeadRow = turn.LeadRow,
        };
    }

    private async Task LoadAsync(Activation activation, TurnContext context)
    {
        if (activation.Actor.IsVolatile)
        {
            var entries = new Dictionary<string, IReadOnlyList<IndexEntry>>();
            foreach (var index in activation.Actor.Indexes(activation.Id.Key))
                entries.Add(index, await store.ReadIndexAsync(index, CancellationToken.None));
            activation.State = activation.Actor.Rebuild(activation.Id.Key, activation.State, entries, context);
        }
        else
        {
            var stored = await store.LoadAsync(activation.Id, CancellationToken.None);
            activation.State = activation.Actor.Restore(stored?.State);
            activation.Version = stored?.Version ?? 0;
        }

        activation.Loaded = true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{observer} could not take a committed turn")]
    private partial void LogWatcher(Exception defect, string observer);

    [LoggerMessage(Level = LogLevel.Error, Message = "A {message} could not be handled by a {kind}; a durable one comes again")]
    private partial void LogDefect(Exception defect, string message, string kind);
}
