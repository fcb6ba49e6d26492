namespace LeadRouter.Cluster.Lanes;

/// <summary>
/// The way to one actor: what is sent or asked waits here in order, and one message at a time travels to the grain. A message
/// that cannot be stored goes back to the head, so that the order per pair of actors stays.
/// </summary>
internal sealed class Lane(ActorId id, IActorGrain grain)
{
    private readonly Mailbox _mail = new();
    private bool _running;
    private bool _dead;

    public ActorId Id => id;

    public IActorGrain Grain => grain;

    /// <summary>When a message last travelled; ticks of the host's clock.</summary>
    public long LastUsed { get; set; }

    /// <summary>The grain may leave memory.</summary>
    public bool IsForgettable { get; set; } = true;

    /// <summary>By the last answer there is no such actor.</summary>
    public bool IsOfNobody { get; set; }

    /// <summary>The message that is tried again.</summary>
    public Attempt? Retried { get; set; }

    /// <summary>A message waits or travels.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_mail)
                return _running || _mail.Count > 0;
        }
    }

    /// <summary>Puts a message behind all others.</summary>
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

    /// <summary>Ends the lane whatever it does, and takes out what still waits.</summary>
    public IReadOnlyList<Mail> End()
    {
        lock (_mail)
        {
            _dead = true;
            return _mail.Clear();
        }
    }

    /// <summary>The next message; null when there is none, and then the lane is at rest.</summary>
    public Mail? Take()
    {
        lock (_mail)
        {
            var mail = _mail.Take();
            _running = mail is not null;
            return mail;
        }
    }

    /// <summary>Ends the lane if it is at rest and its grain would lose nothing; it takes no mail afterwards.</summary>
    public bool TryEnd()
    {
        lock (_mail)
        {
            if (_running || _mail.Count > 0 || !IsForgettable)
                return false;
            return _dead = true;
        }
    }

    /// <summary>A message on its way, in the parcel that all its tries share.</summary>
    /// <param name="FirstAt">When the first try began; a timestamp of the host's clock.</param>
    internal sealed record Attempt(Mail Mail, Parcel Parcel, long FirstAt);
}

/// <summary>What became of a message that was posted.</summary>
internal enum Posted { Queued, Start, Full, Gone }
