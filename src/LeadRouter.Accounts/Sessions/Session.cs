using LeadRouter.Contracts;

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
    private long _lastSeenTicks = stored.LastSeenAt.UtcTicks;

    public TokenHash Hash { get; } = hash;
    public StoredSession Stored { get; private set; } = stored;
    public long Version { get; private set; } = version;

    /// <summary>Set when it is gone from the store: until then it stays in memory as ended, so that news of its life, which come late, cannot bring it back.</summary>
    public DateTimeOffset? ForgetAt { get; set; }

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
