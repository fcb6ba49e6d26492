using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Simulation.Hosting;

/// <summary>Runs an actor's messages one by one: load, decide, make durable, and only then act.</summary>
internal sealed class VirtualTurns(VirtualHost host, HostParts parts, VirtualClock clock, Action<CommittedTurn> observe)
{
    private static readonly TimeSpan DefectPause = TimeSpan.FromSeconds(5);
    /// <summary>A queue has a turn for every change of its leads and reps: it is dropped more rarely than they.</summary>
    private const double VolatileDrops = 0.02;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public void Run(VirtualActivation activation)
    {
        if (activation.Mail.Count == 0)
        {
            activation.Running = false;
            if (!activation.Loaded && !activation.Actor.IsVolatile)
                host.Forget(activation);
            return;
        }

        var first = activation.Mail[0];
        activation.Mail.RemoveAt(0);
        host.Pending--;
        Handle(activation, first);
    }

    /// <summary>Goes on with the turn that was being written.</summary>
    public void Written(VirtualActivation activation, bool written)
    {
        var decided = activation.Writing!;
        activation.Writing = null;
        if (written)
        {
            Done(activation, decided.Mail, decided.Turn, decided.Before, decided.Write.Outbox);
            return;
        }

        if (parts.Flaw != Flaw.BelievesErrors)
            activation.Unsure = decided;
        Refuse(activation, decided.Mail);
    }

    private void Handle(VirtualActivation activation, VirtualMail mail)
    {
        var desk = parts.Desk.Current;
        var context = new TurnContext(parts.Time.Now, desk.Desk, desk.Calendar, parts.Ids);
        if (!activation.Loaded)
        {
            if (parts.Disk.IsDown)
            {
                Refuse(activation, mail);
                return;
            }

            Load(activation, context);
        }

        if (activation.Unsure is { } unsure && Settle(activation, unsure) && ReferenceEquals(unsure.Mail, mail))
        {
            Next(activation);
            return;
        }

        var before = activation.State;
        Turn turn;
        try
        {
            turn = activation.Actor.Receive(activation.Id, before, mail.Message, context);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            parts.Defect($"{activation.Id} could not handle {mail.Message}: {defect.Message}");
            return;
        }

        var durable = Durable(activation, turn);
        if (!turn.Changes && mail.Consumed is null && durable.Length == 0)
        {
            Done(activation, mail, turn, before, durable);
            return;
        }

        var write = new DurableWrite(activation.Id, activation.Version, activation.Actor.IsVolatile ? null : turn, durable, mail.Consumed);
        activation.Writing = new DecidedTurn(mail, turn, before, write);
        parts.Disk.Commit(write, activation.Written);
    }

    /// <summary>Acts on a turn that is durable though its write was answered with an error.</summary>
    private bool Settle(VirtualActivation activation, DecidedTurn unsure)
    {
        activation.Unsure = null;
        var (turn, write) = (unsure.Turn, unsure.Write);
        var durable = turn.Delete ? activation.Version == 0 && write.ExpectedVersion > 0
            : turn.Changes ? activation.Version > write.ExpectedVersion
            : write.Outbox.Count > 0 && parts.Disk.Holds(write.Outbox[0].Key);
        if (durable)
            Act(activation, unsure.Mail, turn, unsure.Before, write.Outbox);
        return durable;
    }

    private void Done(VirtualActivation activation, VirtualMail mail, Turn turn, object? before, IReadOnlyList<(OutboxKey Key, ActorId To, Message Body)> durable)
    {
        if (turn.Changes)
            activation.Version = turn.Delete ? 0 : activation.Version + 1;
        activation.State = turn.State;
        Act(activation, mail, turn, before, durable);
        if (turn.Reload)
        {
            activation.Loaded = false;
            host.Tell(activation.Id, new Wake());
        }
        else if (parts.Draw.Chance(activation.Actor.IsVolatile ? parts.Faults.DropRate * VolatileDrops : parts.Faults.DropRate))
        {
            activation.Drop();
        }

        Next(activation);
    }

    private void Act(VirtualActivation activation, VirtualMail mail, Turn turn, object? before, IReadOnlyList<(OutboxKey Key, ActorId To, Message Body)> durable)
    {
        var now = parts.Time.Now;
        clock.Set(activation.Id, mail.Message is Wake && turn.Events.Count == 0 && turn.DueAt <= now ? now + DefectPause : turn.DueAt);
        if (turn.Events.Count > 0)
            observe(new CommittedTurn(activation.Id, before, turn.State, turn.Events));
        for (var i = 0; i < durable.Count; i++)
            host.Deliver(durable[i].Key, durable[i].To, durable[i].Body);
        for (var i = 0; i < turn.Outgoing.Count; i++)
        {
            var (to, body) = turn.Outgoing[i];
            if (activation.Actor.IsVolatile || host.IsVolatile(to.Kind))
                host.Tell(to, body);
        }

        mail.Reply?.Answer(turn.Reply);
    }

    /// <summary>The store cannot do it now: who asked is told, and a message keeps its place and comes again.</summary>
    private void Refuse(VirtualActivation activation, VirtualMail mail)
    {
        activation.Drop();
        if (mail.Reply is { } asked)
        {
            asked.Refuse(new StoreUnavailableException("The simulated store is down."));
            // Nobody may ever write to this actor again: what it did, if it did, must be acted on all the same.
            if (activation.Unsure is not null)
                host.Tell(activation.Id, new Wake());
            Next(activation);
            return;
        }

        foreach (var ask in activation.Mail.Where(waiting => waiting.Reply is not null).ToList())
        {
            activation.Mail.Remove(ask);
            host.Pending--;
            ask.Reply!.Refuse(new StoreUnavailableException("The simulated store is down."));
        }

        activation.Mail.Insert(0, mail);
        host.Pending++;
        host.Later(RetryAfter, activation.Run);
    }

    private void Next(VirtualActivation activation)
    {
        if (activation.Mail.Count == 0)
            Run(activation);
        else
            host.Later(TimeSpan.Zero, activation.Run);
    }

    private (OutboxKey Key, ActorId To, Message Body)[] Durable(VirtualActivation activation, Turn turn)
    {
        if (activation.Actor.IsVolatile)
            return [];
        var count = 0;
        for (var i = 0; i < turn.Outgoing.Count; i++)
            count += host.IsVolatile(turn.Outgoing[i].To.Kind) ? 0 : 1;
        if (count == 0)
            return [];
        var durable = new (OutboxKey, ActorId, Message)[count];
        var next = 0;
        for (var i = 0; i < turn.Outgoing.Count; i++)
        {
            var (to, body) = turn.Outgoing[i];
            if (!host.IsVolatile(to.Kind))
                durable[next++] = (new OutboxKey(activation.Id, ++host.OutboxSequence), to, body);
        }

        return durable;
    }

    private void Load(VirtualActivation activation, TurnContext context)
    {
        if (activation.Actor.IsVolatile)
        {
            var entries = new Dictionary<string, IReadOnlyList<IndexEntry>>();
            foreach (var index in activation.Actor.Indexes(activation.Id.Key))
                entries.Add(index, parts.View.Index(index));
            activation.State = activation.Actor.Rebuild(activation.Id.Key, activation.State, entries, context);
        }
        else if (parts.View.Load(activation.Actor, activation.Id) is { } stored)
        {
            (activation.State, activation.Version) = stored;
        }

        activation.Loaded = true;
    }
}
