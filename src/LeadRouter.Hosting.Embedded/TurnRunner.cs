using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Shell;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Hosting.Embedded;

/// <summary>Drives the shells: brings them their messages one by one, reads and writes what they need, and does what they say.</summary>
internal sealed partial class TurnRunner(EmbeddedHost host, IEngineStore store, IDeskSource desk, IIdSource ids, TimeProvider time,
    EmbeddedHostOptions options, DeadlineClock clock, Torture? torture, IEngineProbe? probe, ILogger logger) : ITurnPort
{
    /// <summary>A durable message that met a defect comes again after this, behind whatever came meanwhile.</summary>
    private static readonly TimeSpan DefectRetry = TimeSpan.FromMinutes(1);

    private long _outboxSequence = time.GetUtcNow().UtcTicks;

    public List<ITurnObserver> Observers { get; } = [];

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Outbox sequences given from now on are greater.</summary>
    public void StartAfter(long sequence) => _outboxSequence = Math.Max(_outboxSequence, sequence);

    public async Task RunAsync(Activation activation)
    {
        while (!host.Stopping.IsCancellationRequested && activation.Take() is { } mail)
        {
            var started = time.GetTimestamp();
            var trouble = await TurnAsync(activation.Shell, mail);
            activation.LastUsed = Now.UtcTicks;
            probe?.TurnDone(activation.Id.Kind, time.GetElapsedTime(started));
            if (trouble is not null)
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

    public bool IsVolatile(string kind) => host.IsVolatile(kind);

    public long NextSequence(long after)
    {
        while (true)
        {
            var last = Volatile.Read(ref _outboxSequence);
            var next = Math.Max(last, after) + 1;
            if (Interlocked.CompareExchange(ref _outboxSequence, next, last) == last)
                return next;
        }
    }

    public void SetDeadline(ActorId id, DateTimeOffset? at) => clock.Set(id, at);

    public void Show(in CommittedTurn turn)
    {
        foreach (var observer in Observers)
            Show(observer, turn);
    }

    public void Deliver(OutboxKey key, ActorId to, Message message) => host.Deliver(key, to, message);

    public void Tell(ActorId to, Message message) => host.Tell(to, message);

    public void Consumed(OutboxKey key) => host.Consumed();

    public void Defect(ActorId id, Mail mail, Exception defect)
    {
        probe?.MessageFailed(id.Kind);
        LogDefect(defect, mail.Message.GetType().Name, id.Kind);
        if (mail.Consumed is not null)
            host.DeliverLater(id, mail, DefectRetry);
    }

    /// <summary>Null when the message is done with, well or badly; else why it has to be tried again.</summary>
    private async Task<Exception?> TurnAsync(TurnShell shell, Mail mail)
    {
        var snapshot = desk.Current;
        var context = new TurnContext(Now, snapshot.Desk, snapshot.Calendar, ids);
        Exception? trouble = null;
        Need? need = null;
        while (need is not (Need.Nothing or Need.Retry))
        {
            try
            {
                need = need is { } needed ? await GiveAsync(shell, needed) : shell.Take(mail, context);
            }
            catch (Exception unavailable) when (unavailable is StoreUnavailableException or VersionConflictException)
            {
                trouble = unavailable;
                need = need == Need.Write ? shell.NotWritten(unavailable) : shell.Unreadable(unavailable);
            }
            catch (Exception defect) when (defect is not OutOfMemoryException)
            {
                need = shell.Failed(defect);
            }
        }

        // Dropped or not, what is read again comes from its JSON.
        if (shell.IsLoaded && torture?.Drops() == true)
            shell.Drop();
        return need == Need.Retry ? trouble : null;
    }

    private async Task<Need> GiveAsync(TurnShell shell, Need need)
    {
        switch (need)
        {
            case Need.State:
                return shell.Loaded(await store.LoadAsync(shell.Id, CancellationToken.None));
            case Need.Entries:
                var entries = new Dictionary<string, IReadOnlyList<IndexEntry>>();
                foreach (var index in shell.Actor.Indexes(shell.Id.Key))
                    entries.Add(index, await store.ReadIndexAsync(index, CancellationToken.None));
                return shell.Rebuilt(entries);
            case Need.Message:
                var sought = shell.Sought;
                return shell.Found(await store.ReadOutboxAsync(sought with { Sequence = sought.Sequence - 1 }, 1, CancellationToken.None) is [var found] && found.Key == sought);
            default:
                await store.CommitAsync(shell.Decided!.ToWrite(shell.Actor), CancellationToken.None);
                return shell.Written();
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "{observer} could not take a committed turn")]
    private partial void LogWatcher(Exception defect, string observer);

    [LoggerMessage(Level = LogLevel.Error, Message = "A {message} could not be handled by a {kind}; a durable one comes again")]
    private partial void LogDefect(Exception defect, string message, string kind);
}
