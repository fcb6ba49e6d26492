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
    private long _lastSeenTicks = stored.LastSeenAt.UtcTicks;

    public TokenHash Hash { get; } = hash;
    public StoredSession Stored { get; private set; } = stored;
    public long Version { get; private set; } = version;

    public DateTimeOffset LastSeenAt => new(Volatile.Read(ref _lastSeenTicks), TimeSpan.Zero);

    public DateTimeOffset ExpiresAt(AccountsOptions options)
    {
        var idle = LastSeenAt + options.SessionIdle;
        var cap = Stored.CreatedAt + options.SessionMax;
        return idle < cap ? idle : cap;
    }

    public void Seen(DateTimeOffset now) => Volatile.Write(ref _lastSeenTicks, now.UtcTicks);

    public void Persisted(StoredSession stored, long version) => (Stored, Version) = (stored, version);
}
