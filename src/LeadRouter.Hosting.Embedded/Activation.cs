using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Shell;

namespace LeadRouter.Hosting.Embedded;

/// <summary>An actor in memory: its shell and its mailbox. One message at a time.</summary>
internal sealed class Activation(TurnShell shell)
{
    private readonly Mailbox _mail = new();
    private bool _running;
    private bool _dead;

    public ActorId Id => Shell.Id;

    public TurnShell Shell { get; } = shell;

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
            _mail.Add(mail);
            if (_running)
                return Posted.Queued;
            _running = true;
            return Posted.Start;
        }
    }

    /// <summary>See <see cref="Mailbox.PutBack"/>.</summary>
    public IReadOnlyList<Mail> PutBack(Mail mail)
    {
        lock (_mail)
            return _mail.PutBack(mail);
    }

    /// <summary>Ends the activation whatever it does, and takes out what still waits.</summary>
    public IReadOnlyList<Mail> End()
    {
        lock (_mail)
        {
            _dead = true;
            return _mail.Clear();
        }
    }

    /// <summary>The next message; null when there is none, and then the actor is at rest.</summary>
    public Mail? Take()
    {
        lock (_mail)
        {
            var mail = _mail.Take();
            _running = mail is not null;
            return mail;
        }
    }

    /// <summary>Ends the activation if it is at rest and nothing of it would be lost; it takes no mail afterwards.</summary>
    public bool TryEnd()
    {
        lock (_mail)
        {
            if (_running || _mail.Count > 0 || !Shell.IsForgettable)
                return false;
            return _dead = true;
        }
    }
}

/// <summary>What became of a message that was posted.</summary>
internal enum Posted { Queued, Start, Full, Gone }
