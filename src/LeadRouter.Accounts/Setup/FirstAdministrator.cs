namespace LeadRouter.Accounts;

/// <summary>Holds off everybody else, on every server, while its holder makes the administrator.</summary>
internal sealed record SetupClaim(DateTimeOffset? ClaimedUntil);

/// <summary>Makes the first administrator for whoever has a set-up link.</summary>
internal sealed class FirstAdministrator(IDocumentStore store, SetupLinks links, AccountBook accounts, AccountService service, SessionBook sessions, TimeProvider time)
{
    private const string Collection = "setup";
    private const string Key = "first-administrator";

    /// <summary>A holder that fails (a full disk) loses the claim after this, so that the link can be tried again.</summary>
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Makes the administrator and signs in. However many try at once, one wins.
    /// Refusals: <c>validation_failed</c>, <c>setup_done</c>, <c>setup_in_progress</c>, <c>setup_token_invalid</c>, <c>user_taken</c>, <c>busy</c>.
    /// </summary>
    public async Task<Result<StartedSession>> RedeemAsync(string? token, string? user, string? password, CancellationToken cancel)
    {
        var errors = new FieldErrors()
            .Add("token", string.IsNullOrEmpty(token) ? FieldError.Missing() : null)
            .Add("user", AccountRules.UserError(user))
            .Add("password", AccountRules.PasswordError(password));
        if (errors.Any) return Refusal.Of(errors);
        if (accounts.HasAdministrator) return Done();
        if (!await links.OpensAsync(token!, cancel)) return await IsDoneElsewhereAsync(cancel) ? Done() : Invalid();
        if (accounts.Find(user!) is not null) return new Refusal(ProblemCodes.UserTaken, "This user name is taken; choose another.");

        var now = time.GetUtcNow();
        var held = await store.GetJsonAsync<SetupClaim>(Collection, Key, cancel);
        if (held?.Value.ClaimedUntil is { } until && until > now) return InProgress(until - now);
        // The version decides between those who got here together.
        if (await store.PutJsonAsync(Collection, Key, new SetupClaim(now + ClaimTime), held?.Version ?? 0) is null) return InProgress(ClaimTime);
        var started = await IsDoneElsewhereAsync(cancel) ? Done() : await MakeAsync(user!, password!);
        // One who is refused leaves the claim to run out: a name or a password that is no good was found before.
        if (started.IsOk || started.Refusal.Code == ProblemCodes.SetupDone) await CloseAsync();
        return started;
    }

    private async Task<Result<StartedSession>> MakeAsync(string user, string password)
    {
        var created = await service.CreateAsync(user, password, user, AccountRoles.Admin, repId: null, CancellationToken.None);
        return created.IsOk
            ? await sessions.StartAsync(created.Value, CancellationToken.None)
            : created.Select<StartedSession>(_ => throw new InvalidOperationException());
    }

    /// <summary>Another server may have made one since the accounts were loaded: the store knows.</summary>
    private async Task<bool> IsDoneElsewhereAsync(CancellationToken cancel)
    {
        await accounts.LoadAsync(cancel);
        return accounts.HasAdministrator;
    }

    private async Task CloseAsync()
    {
        await links.ClearAsync(CancellationToken.None);
        await store.DeleteAsync(Collection, Key, CancellationToken.None);
    }

    private static Result<StartedSession> Done() =>
        new Refusal(ProblemCodes.SetupDone, "The first administrator is made already; sign in instead.");

    private static Result<StartedSession> InProgress(TimeSpan retryAfter) =>
        new Refusal(ProblemCodes.SetupInProgress, "Somebody is using a set-up link at this moment; sign in, or try again in a minute.", retryAfter);

    private static Result<StartedSession> Invalid() =>
        new Refusal(ProblemCodes.SetupTokenInvalid, "This set-up link is not valid (any more); restart the server to get a new one.");
}
