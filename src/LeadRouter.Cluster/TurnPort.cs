using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster;

/// <summary>What the shells of this silo do with their turns.</summary>
internal sealed partial class TurnPort(SiloHost host, DeadlineClock clock, TimeProvider time, IEngineProbe probe, ILogger logger) : ITurnPort
{
    /// <summary>A durable message that met a defect comes again after this, behind whatever came meanwhile.</summary>
    private static readonly TimeSpan DefectRetry = TimeSpan.FromMinutes(1);

    private long _outboxSequence = time.GetUtcNow().UtcTicks;

    public List<ITurnObserver> Observers { get; } = [];

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Outbox sequences given from now on are greater.</summary>
    public void StartAfter(long sequence) => _outboxSequence = Math.Max(_outboxSequence, sequence);

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
        probe.MessageFailed(id.Kind);
        LogDefect(defect, mail.Message.GetType().Name, id.Kind);
        if (mail.Consumed is not null)
            host.DeliverLater(id, mail, DefectRetry);
    }

    private void Show(ITurnObserver observer, CommittedTurn committed)
    {
        try
        {
            observer.Committed(committed);
        }
        catch (Exception defect)
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
