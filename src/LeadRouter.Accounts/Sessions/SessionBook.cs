using System.Collections.Concurrent;
using LeadRouter.Contracts;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>
/// All sessions, in memory, so that a request reads nothing from the store. A session is live while its time lasts, its account is
/// active, and the account's stamp is the one it began with.
/// </summary>
internal sealed class SessionBook(IDocumentStore store, AccountBook accounts, TimeProvider time, IOptions<AccountsOptions> options) : IDisposable
{
    private const string Collection = "sessions";

    /// <summary>How stale the stored time of the last request may be: what a crash can take off a session's sliding time.</summary>
    private static readonly TimeSpan Staleness = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<TokenHash, Session> _byHash = [];

    public int Count => _byHash.Count;

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var (key, stored, version) in await store.ListJsonAsync(Collection, StoredJson.Default.StoredSession, cancel))
            if (TokenHash.TryParse(key, out var hash)) _byHash[hash] = new Session(hash, stored, version);
    }

    public async Task<StartedSession> StartAsync(Account account, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var token = Secrets.Create(Secrets.SessionPrefix);
        var hash = TokenHash.Of(token);
        var stored = new StoredSession(account.User, account.Stamp, now, now);
        var version = await store.PutJsonAsync(Collection, hash.ToString(), stored, StoredJson.Default.StoredSession, expectedVersion: 0)
            ?? throw new InvalidOperationException("A random token was drawn twice.");
        var session = new Session(hash, stored, version);
        _byHash[hash] = session;

        foreach (var oldest in Of(account.User).OrderByDescending(other => other.Stored.CreatedAt).Skip(options.Value.SessionsPerUser))
            await EndAsync(oldest);
        return new(token, session.ExpiresAt(options.Value), new UserDto(account.User, account.Name, account.Roles, account.RepId));
    }

    /// <summary>The live session of a token and its account, or null; a find counts as a sign of life.</summary>
    public (Session Session, Account Account)? Find(TokenHash hash)
    {
        var now = time.GetUtcNow();
        if (!_byHash.TryGetValue(hash, out var session) || LiveAccount(session, now) is not { } account) return null;
        session.Seen(now);
        return (session, account);
    }

    /// <summary>Ends a session for good: when this completes, it is gone from the disk too.</summary>
    public async Task EndAsync(Session session)
    {
        await store.DeleteAsync(Collection, session.Hash.ToString(), CancellationToken.None);
        _byHash.TryRemove(session.Hash, out _);
        await session.EndAsync();
    }

    public Task EndAsync(TokenHash hash) => _byHash.TryGetValue(hash, out var session) ? EndAsync(session) : Task.CompletedTask;

    /// <summary>Tells the sessions' connections that the account's new stamp has made them void; the sweep clears them away.</summary>
    public Task EndAllOfAsync(string user) => Task.WhenAll(Of(user).Select(session => session.EndAsync()));

    public CancellationToken EndedOf(TokenHash hash) =>
        _byHash.TryGetValue(hash, out var session) ? session.Ended : new CancellationToken(canceled: true);

    /// <summary>Clears away what has ended and writes down when the others were last seen.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var session in _byHash.Values)
        {
            cancel.ThrowIfCancellationRequested();
            if (LiveAccount(session, now) is null) await EndAsync(session);
            else if (session.LastSeenAt - session.Stored.LastSeenAt >= Staleness) await PersistAsync(session);
        }
    }

    public void Dispose()
    {
        foreach (var session in _byHash.Values) session.Dispose();
    }

    private async Task PersistAsync(Session session)
    {
        var stored = session.Stored with { LastSeenAt = session.LastSeenAt };
        // The expected version keeps a sign-out, here right now or on another server, from being undone.
        if (await store.PutJsonAsync(Collection, session.Hash.ToString(), stored, StoredJson.Default.StoredSession, session.Version) is { } version)
            session.Persisted(stored, version);
        else
            await EndAsync(session);
    }

    private Account? LiveAccount(Session session, DateTimeOffset now) =>
        now < session.ExpiresAt(options.Value)
        && accounts.Find(session.Stored.User) is { Active: true } account
        && account.Stamp == session.Stored.Stamp
            ? account
            : null;

    private IEnumerable<Session> Of(string user) =>
        _byHash.Values.Where(session => string.Equals(session.Stored.User, user, StringComparison.OrdinalIgnoreCase));
}
