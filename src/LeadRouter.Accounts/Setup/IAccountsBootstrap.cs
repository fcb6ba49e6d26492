namespace LeadRouter.Accounts;

/// <summary>What the composition root calls once the store is open and before it serves requests.</summary>
public interface IAccountsBootstrap
{
    /// <summary>
    /// Loads accounts, sessions, sources and board tokens; until then nobody is let in. While there is no administrator it makes
    /// one from <c>Bootstrap:AdminPassword</c>, or a set-up token beside those of other servers and earlier starts, all of which are void
    /// once there is one. With several servers <see cref="DocumentFollower.BeginAsync"/> comes first.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>Bootstrap:AdminPassword</c> breaks the password rules.</exception>
    Task<AccountsStart> StartAsync(CancellationToken cancel);

    /// <summary>
    /// At the very first start: makes the source 'first form' for the desk's default queue and returns its key, which is shown
    /// this once; null at every later start, and on every server but the one that made it. Call it after <see cref="StartAsync"/>.
    /// </summary>
    Task<string?> EnsureFirstSourceAsync(CancellationToken cancel);
}

/// <summary>What to tell the person who started the server.</summary>
public sealed class AccountsStart
{
    internal AccountsStart(string? setupToken, DateTimeOffset? expiresAt) =>
        (SetupPath, SetupExpiresAt) = (setupToken is null ? null : "/setup#token=" + setupToken, expiresAt);

    /// <summary>The one-time path that makes the first administrator; null when there is one. A secret: print it, do not log it.</summary>
    public string? SetupPath { get; }

    /// <summary>When the path stops working.</summary>
    public DateTimeOffset? SetupExpiresAt { get; }
}
