namespace LeadRouter.Accounts;

/// <summary>A session as stored, under the hash of its token.</summary>
internal sealed record StoredSession(string User, int Stamp, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);

/// <summary>A session that has just begun: the only time the token is known.</summary>
internal sealed record StartedSession(string Token, DateTimeOffset ExpiresAt, UserDto User)
{
    // A record prints its members, and this one holds a token.
    public override string ToString() => nameof(StartedSession);
}

/// <summary>A session in memory.</summary>
internal sealed class Session(TokenHash hash, StoredSession stored, long version) : Credential
{
    private readonly Lock _lock = new();
    private bool _isGone;
    private long _lastSeenTicks = stored.LastSeenAt.UtcTicks;

    public TokenHash Hash { get; } = hash;
    public StoredSession Stored { get; private set; } = stored;
    public long Version { get; private set; } = version;

    /// <summary>Gone from the store. It stays in memory for a while, so that late news of its life do not bring it back.</summary>
    public bool IsGone
    {
        get => Volatile.Read(ref _isGone);
        set => Volatile.Write(ref _isGone, value);
    }

    /// <summary>A sweep has seen that it is gone; the next one forgets it. The sweep's own.</summary>
    public bool IsToForget { get; set; }

    public DateTimeOffset LastSeenAt => new(Volatile.Read(ref _lastSeenTicks), TimeSpan.Zero);

    public DateTimeOffset ExpiresAt(AccountsOptions options)
    {
        var idle = LastSeenAt + options.SessionIdle;
        var cap = Stored.CreatedAt + options.SessionMax;
        return idle < cap ? idle : cap;
    }

    /// <summary>A sign of life, here or on another server; the latest one counts.</summary>
    public void Seen(DateTimeOffset at)
    {
        long known;
        while ((known = Volatile.Read(ref _lastSeenTicks)) < at.UtcTicks)
            Interlocked.CompareExchange(ref _lastSeenTicks, at.UtcTicks, known);
    }

    /// <summary>Takes over what is stored, unless something newer is known.</summary>
    public void Know(StoredSession stored, long version)
    {
        lock (_lock)
            if (version > Version) (Stored, Version) = (stored, version);
        Seen(stored.LastSeenAt);
    }
}
