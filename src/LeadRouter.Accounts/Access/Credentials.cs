using System.Security.Claims;

namespace LeadRouter.Accounts;

/// <summary>Finds out who a token stands for: from memory, and for one that is not known, from what other servers did until now.</summary>
internal sealed class Credentials(SessionBook sessions, BoardTokenBook boards, DocumentFollower follower) : ICredentialLifetime
{
    /// <exception cref="LeadRouter.Turns.Ports.StoreUnavailableException">The token is not known here, and what other servers did could not be read.</exception>
    public ValueTask<ClaimsPrincipal?> ResolveAsync(PresentedToken token, CancellationToken cancel)
    {
        // An intake key in the same header is none of ours; do not hash it for nothing on the busiest path.
        if (!IsOurs(token.Value) || !TokenHash.TryOf(token.Value, out var hash)) return default;
        return Find(hash, token.Source) is { } known ? ValueTask.FromResult<ClaimsPrincipal?>(known) : FindAfterCatchingUpAsync(hash, token.Source, cancel);
    }

    public bool IsLive(ClaimsPrincipal principal) =>
        SessionOf(principal) is { } hash ? sessions.Find(hash) is not null : BoardOf(principal) is not null;

    public CancellationToken Ended(ClaimsPrincipal principal) =>
        !IsLive(principal) ? new CancellationToken(canceled: true)
        : SessionOf(principal) is { } hash ? sessions.EndedOf(hash)
        : BoardOf(principal)?.Ended ?? new CancellationToken(canceled: true);

    /// <summary>The session behind a principal, or null (a board token).</summary>
    public static TokenHash? SessionOf(ClaimsPrincipal principal) =>
        TokenHash.TryParse(principal.FindFirstValue(AccountClaims.Session), out var hash) ? hash : null;

    private static bool IsOurs(string token) =>
        token.StartsWith(Secrets.SessionPrefix, StringComparison.Ordinal) || token.StartsWith(Secrets.BoardPrefix, StringComparison.Ordinal);

    private async ValueTask<ClaimsPrincipal?> FindAfterCatchingUpAsync(TokenHash hash, string source, CancellationToken cancel)
    {
        await follower.CatchUpAsync(cancel);
        return Find(hash, source);
    }

    private ClaimsPrincipal? Find(TokenHash hash, string source) =>
        sessions.Find(hash) is { } found ? Person(found.Account, hash, source)
        : boards.Find(hash) is { } board ? Board(board, source)
        : null;

    private BoardToken? BoardOf(ClaimsPrincipal principal) =>
        principal.FindFirstValue(AccountClaims.BoardToken) is { } id ? boards.Find(id) : null;

    private static ClaimsPrincipal Person(Account account, TokenHash session, string source)
    {
        var identity = new ClaimsIdentity(source);
        identity.AddClaim(new Claim(ClaimTypes.Name, account.User));
        identity.AddClaim(new Claim(AccountClaims.DisplayName, account.Name));
        identity.AddClaim(new Claim(AccountClaims.Session, session.ToString()));
        foreach (var role in account.Roles) identity.AddClaim(new Claim(ClaimTypes.Role, role));
        if (account.RepId is { } rep) identity.AddClaim(new Claim(AccountClaims.RepId, rep));
        return new ClaimsPrincipal(identity);
    }

    private static ClaimsPrincipal Board(BoardToken board, string source) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, board.Id), new Claim(AccountClaims.BoardToken, board.Id), new Claim(ClaimTypes.Role, AccountRoles.Board)], source));
}
