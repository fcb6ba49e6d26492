using LeadRouter.Turns.Actors;

namespace LeadRouter.Hosting.Embedded;

/// <summary>An actor in memory: its state and its mailbox. One message at a time.</summary>
internal sealed class Activation(ActorId id, IActor actor)
{
    private readonly LinkedList<Mail> _mail = new();
    private bool _running;
    private bool _dead;

    public ActorId Id { get; } = id;

    public IActor Actor { get; } = actor;

    public bool Loaded { get; set; }

    public object? State { get; set; }

    public long Version { get; set; }

    /// <summary>The turn of which it is not known whether it became durable; outlives <see cref="Drop"/>.</summary>
    public UnsureTurn? Unsure { get; set; }

    /// <summary>When it last did something; ticks of the host's clock.</summary>
    public long LastUsed { get; set; }

    /// <summary>Puts a message in the mailbox.</summary>
    /// <returns>What the caller has to do.</returns>
    public Posted Post(Mail mail, int capacity)
    {
        lock (_mail)
        {
            if (_dead)
                return Posted.Gone;
            if (_mail.Count >= capacity)
                return Posted.Full;
            _mail.AddLast(mail);
            if (_running)
                return Posted.Queued;
            _running = true;
            return Posted.Start;
        }
    }

    /// <summary>Puts a message that could not be stored back at the head, and takes out the asks behind it: who waits for an answer is told now.</summary>
    public List<Mail> PutBack(Mail mail)
    {
        lock (_mail)
        {
            var asks = _mail.Where(waiting => waiting.Reply is not null).ToList();
            foreach (var ask in asks)
                _mail.Remove(ask);
            _mail.AddFirst(mail);
            return asks;
        }
    }

    /// <summary>Ends the activation whatever it does, and takes out what still waits.</summary>
    public List<Mail> End()
    {
        lock (_mail)
        {
            _dead = true;
            List<Mail> waiting = [.. _mail];
            _mail.Clear();
            return waiting;
        }
    }

    /// <summary>The next message; false when there is none, and then the actor is at rest.</summary>
    public bool TryTake(out Mail mail)
    {
        lock (_mail)
        {
            if (_mail.First is { } first)
            {
                mail = first.Value;
                _mail.RemoveFirst();
                return true;
            }

            _running = false;
            mail = null!;
            return false;
        }
    }

    /// <summary>Ends the activation if it is at rest; it takes no mail afterwards.</summary>
    public bool TryEnd()
    {
        lock (_mail)
        {
            if (_running || _mail.Count > 0)
                return false;
            return _dead = true;
        }
    }

    /// <summary>Forgets the state: it is loaded again before the next message.</summary>
    public void Drop()
    {
        Loaded = false;
        State = null;
        Version = 0;
    }
}

/// <summary>What became of a message that was posted.</summary>
internal enum Posted { Queued, Start, Full, Gone }
