using System.Security.Cryptography;
using System.Text;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>The set-up token as stored. A claim holds off everybody else while its holder makes the administrator.</summary>
internal sealed record StoredSetup(string TokenHash, DateTimeOffset ExpiresAt, DateTimeOffset? ClaimedUntil);

/// <summary>The one-time token that makes the first administrator.</summary>
internal sealed class FirstAdministrator(IDocumentStore store, AccountBook accounts, AccountService service, SessionBook sessions, TimeProvider time, IOptions<AccountsOptions> options)
{
    private const string Collection = "setup";
    private const string Key = "first-administrator";

    /// <summary>A holder that fails (a full disk) loses the claim after this, so that the token can be tried again.</summary>
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token; any earlier one is void.</summary>
    public async Task<AccountsStart> IssueAsync()
    {
        var token = Secrets.Create(Secrets.SetupPrefix);
        var expires = time.GetUtcNow().AddHours(options.Value.SetupTokenHours);
        await store.PutJsonAsync(Collection, Key, new StoredSetup(TokenHash.Of(token).ToString(), expires, null), StoredJson.Default.StoredSetup, expectedVersion: null);
        return new AccountsStart(token, expires);
    }

    /// <summary>
    /// Makes the administrator and signs in. However many try at once, one wins.
    /// Refusals: <c>validation_failed</c>, <c>setup_done</c>, <c>setup_in_progress</c>, <c>setup_token_invalid</c>, <c>user_taken</c>, <c>busy</c>.
    /// </summary>
    public async Task<Outcome<StartedSession>> RedeemAsync(string? token, string? user, string? password, CancellationToken cancel)
    {
        var errors = new ValidationErrors()
            .Add("token", string.IsNullOrEmpty(token) ? "The token of the set-up link is needed." : null)
            .Add("user", AccountRules.UserError(user))
            .Add("password", AccountRules.PasswordError(password));
        if (errors.Any) return Outcome<StartedSession>.Refused(errors);
        if (accounts.HasAdministrator) return Done();

        var now = time.GetUtcNow();
        if (await store.GetJsonAsync(Collection, Key, StoredJson.Default.StoredSetup, cancel) is not { } held || !Opens(held.Value, token!, now)) return Invalid();
        if (accounts.Find(user!) is not null) return Outcome<StartedSession>.Refused(ProblemCodes.UserTaken, "This user name is taken; choose another.");
        if (held.Value.ClaimedUntil > now) return InProgress(held.Value.ClaimedUntil.Value - now);
        // The version decides between those who got here together.
        var claim = held.Value with { ClaimedUntil = now + ClaimTime };
        if (await store.PutJsonAsync(Collection, Key, claim, StoredJson.Default.StoredSetup, held.Version) is null) return InProgress(ClaimTime);
        // Somebody may have finished between the first look and the claim.
        if (accounts.HasAdministrator) return Done();

        var created = await service.CreateAsync(user, password, user, AccountRoles.Admin, repId: null, CancellationToken.None);
        if (!created.IsOk) return created.Select<StartedSession>(_ => throw new InvalidOperationException());
        await store.DeleteAsync(Collection, Key, CancellationToken.None);
        return Outcome<StartedSession>.Ok(await sessions.StartAsync(created.Value, CancellationToken.None));
    }

    private static bool Opens(StoredSetup setup, string token, DateTimeOffset now) =>
        now < setup.ExpiresAt
        && TokenHash.TryOf(token, out var hash)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash.ToString()), Encoding.ASCII.GetBytes(setup.TokenHash));

    private static Outcome<StartedSession> Done() =>
        Outcome<StartedSession>.Refused(ProblemCodes.SetupDone, "The first administrator is made already; sign in instead.");

    private static Outcome<StartedSession> InProgress(TimeSpan retryAfter) =>
        Outcome<StartedSession>.Refused(ProblemCodes.SetupInProgress, "Somebody is using this set-up link at this moment; sign in, or try again in a minute.", retryAfter);

    private static Outcome<StartedSession> Invalid() =>
        Outcome<StartedSession>.Refused(ProblemCodes.SetupTokenInvalid, "This set-up link is not valid (any more); restart the server to get a new one.");
}
