using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>
/// All sessions, in memory, so that a request reads nothing from the store. A session is live while its time lasts, its account is
/// active, and the account's stamp is the one it began with.
/// </summary>
internal sealed class SessionBook(IDocumentStore store, AccountBook accounts, TimeProvider time, IOptions<AccountsOptions> options) : IDocumentReader, IDisposable
{
    private const int MaxTries = 5;

    /// <summary>How stale the stored time of the last request may be: what a crash can take off a session's sliding time.</summary>
    private static readonly TimeSpan Staleness = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<TokenHash, Session> _byHash = [];

    public string Collection => "sessions";

    public int Count => _byHash.Values.Count(session => !session.IsGone);

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var (key, stored, version) in await store.ListJsonAsync<StoredSession>(Collection, cancel))
            if (TokenHash.TryParse(key, out var hash)) _byHash[hash] = new Session(hash, stored, version);
    }

    public async Task<StartedSession> StartAsync(Account account, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var token = Secrets.Create(Secrets.SessionPrefix);
        var hash = TokenHash.Of(token);
        var stored = new StoredSession(account.User, account.Stamp, now, now);
        var version = await store.PutJsonAsync(Collection, hash.ToString(), stored, expectedVersion: 0)
            ?? throw new InvalidOperationException("A random token was drawn twice.");
        // The follower may have brought it already.
        var session = _byHash.GetOrAdd(hash, new Session(hash, stored, version));

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
        await ForgetAsync(session);
    }

    public Task EndAsync(TokenHash hash) => _byHash.TryGetValue(hash, out var session) ? EndAsync(session) : Task.CompletedTask;

    /// <summary>Tells the connections of the sessions that the account, as it is now, has made void; the sweep clears them away.</summary>
    public Task EndVoidAsync(string user) => Task.WhenAll(Of(user).Where(IsVoid).Select(session => session.EndAsync()));

    public CancellationToken EndedOf(TokenHash hash) =>
        _byHash.TryGetValue(hash, out var session) ? session.Ended : new CancellationToken(canceled: true);

    public Task ApplyAsync(string key, StoredDocument? document)
    {
        if (!TokenHash.TryParse(key, out var hash)) return Task.CompletedTask;
        if (document is null) return _byHash.TryGetValue(hash, out var ended) ? ForgetAsync(ended) : Task.CompletedTask;
        var stored = JsonDocuments.Read<StoredSession>(Collection, document);
        _byHash.GetOrAdd(hash, _ => new Session(hash, stored, document.Version)).Know(stored, document.Version);
        return Task.CompletedTask;
    }

    /// <summary>Clears away what has ended and writes down when the others were last seen.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var session in _byHash.Values)
        {
            cancel.ThrowIfCancellationRequested();
            if (session.IsToForget) _byHash.TryRemove(session.Hash, out _);
            else if (session.IsGone) session.IsToForget = true;
            else if (IsOver(session, now)) await EndUnlessUsedElsewhereAsync(session, now);
            else if (IsToWrite(session, now)) await PersistAsync(session);
        }
    }

    public void Dispose()
    {
        foreach (var session in _byHash.Values) session.Dispose();
    }

    private static Task ForgetAsync(Session session)
    {
        session.IsGone = true;
        return session.EndAsync();
    }

    private async Task EndUnlessUsedElsewhereAsync(Session session, DateTimeOffset now)
    {
        await RefreshAsync(session);
        if (!session.IsGone && IsOver(session, now)) await EndAsync(session);
    }

    /// <summary>Often enough for a crash, and in time before another server, which goes by what is stored, takes the session for idle.</summary>
    private bool IsToWrite(Session session, DateTimeOffset now)
    {
        var unwritten = session.LastSeenAt - session.Stored.LastSeenAt;
        return unwritten >= Staleness || (unwritten > TimeSpan.Zero && session.Stored.LastSeenAt + options.Value.SessionIdle - now <= 2 * Staleness);
    }

    private async Task PersistAsync(Session session)
    {
        for (var tries = 0; tries < MaxTries && !session.IsGone && session.LastSeenAt > session.Stored.LastSeenAt; tries++)
        {
            var stored = session.Stored with { LastSeenAt = session.LastSeenAt };
            // The expected version keeps a sign-out, here right now or on another server, from being undone.
            if (await store.PutJsonAsync(Collection, session.Hash.ToString(), stored, session.Version) is { } version) session.Know(stored, version);
            else await RefreshAsync(session);
        }
    }

    private async Task RefreshAsync(Session session)
    {
        if (await store.GetJsonAsync<StoredSession>(Collection, session.Hash.ToString(), CancellationToken.None) is { } found) session.Know(found.Value, found.Version);
        else await ForgetAsync(session);
    }

    private Account? LiveAccount(Session session, DateTimeOffset now) =>
        now < session.ExpiresAt(options.Value)
        && !session.Ended.IsCancellationRequested
        && accounts.Find(session.Stored.User) is { Active: true } account
        && account.Stamp == session.Stored.Stamp
            ? account
            : null;

    private bool IsOver(Session session, DateTimeOffset now) => now >= session.ExpiresAt(options.Value) || IsVoid(session);

    /// <summary>An account that is not known here, or not as far as the session knows it, opens nothing yet, but is no reason to end the session on other servers.</summary>
    private bool IsVoid(Session session) => accounts.Find(session.Stored.User) is { } account
        && (account.Stamp > session.Stored.Stamp || (account.Stamp == session.Stored.Stamp && !account.Active));

    private IEnumerable<Session> Of(string user) => _byHash.Values.Where(session =>
        !session.IsGone && string.Equals(session.Stored.User, user, StringComparison.OrdinalIgnoreCase));
}
