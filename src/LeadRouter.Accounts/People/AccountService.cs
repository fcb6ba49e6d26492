using Microsoft.Extensions.Logging;

namespace LeadRouter.Accounts;

/// <summary>Makes and changes accounts.</summary>
internal sealed class AccountService(AccountBook book, SessionBook sessions, PasswordWorker passwords, DocumentFollower follower, TimeProvider time, ILogger<AccountService> logger) : IAccountService
{
    public async Task<Result<AccountInfo>> CreateRepAccountAsync(string? user, string? password, string? name, string repId, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(repId);
        var outcome = await CreateAsync(user, password, name, AccountRoles.Rep, repId, cancel);
        return outcome.Select(Info);
    }

    public async Task<Result<AccountInfo>> SetPasswordAsync(string user, string? password, CancellationToken cancel) =>
        AccountRules.PasswordError(password) is { } error
            ? Refusal.Of(new FieldErrors().Add("password", error))
            : (await ChangeAsync(user, new AccountChange(Password: password), cancel)).Select(Info);

    public async Task<Result<AccountInfo>> SetActiveAsync(string user, bool active, CancellationToken cancel) =>
        (await ChangeAsync(user, new AccountChange(Active: active), cancel)).Select(Info);

    public async Task<Result<AccountInfo>> RenameAsync(string user, string? name, CancellationToken cancel) =>
        AccountRules.NameError(name) is { } error
            ? Refusal.Of(new FieldErrors().Add("name", error))
            : (await ChangeAsync(user, new AccountChange(Name: name), cancel)).Select(Info);

    public ValueTask<Result<AccountInfo>> FindByRepAsync(string repId, CancellationToken cancel) =>
        ValueTask.FromResult<Result<AccountInfo>>(book.FindByRep(repId) is { } account
            ? Info(account)
            : new Refusal(ProblemCodes.NotFound, "This rep has no account."));

    /// <summary>Makes an account; a rep may come without a password.</summary>
    public async Task<Result<Account>> CreateAsync(string? user, string? password, string? name, string role, string? repId, CancellationToken cancel)
    {
        var errors = new FieldErrors().Add("user", AccountRules.UserError(user)).Add("name", AccountRules.NameError(name));
        if (password is not null || repId is null) errors.Add("password", AccountRules.PasswordError(password));
        if (errors.Any) return Refusal.Of(errors);
        if (book.Find(user!) is not null) return new Refusal(ProblemCodes.UserTaken, "This user name is taken; choose another.");

        string? hash = null;
        if (password is not null && (hash = await passwords.HashAsync(user!, password, cancel)) is null) return PasswordWorker.Busy<Account>();
        var added = await book.AddAsync(new Account
        {
            User = user!,
            Name = name!.Trim(),
            Roles = [role],
            RepId = repId,
            PasswordHash = hash,
            CreatedAt = time.GetUtcNow(),
        }, cancel);
        var masked = Mask.User(user!);
        if (added.IsOk) logger.Created(masked, role);
        return added;
    }

    /// <summary>Changes what is given, in one write.</summary>
    public async Task<Result<Account>> ChangeAsync(string user, AccountChange change, CancellationToken cancel)
    {
        if (await KnownAsync(user, cancel) is not { } before) return new Refusal(ProblemCodes.NotFound, "There is no such user.");
        string? hash = null;
        if (change.Password is { } password && (hash = await passwords.HashAsync(user, password, cancel)) is null) return PasswordWorker.Busy<Account>();

        var outcome = await book.UpdateAsync(user, account => Apply(account, change, hash), cancel);
        if (!outcome.IsOk) return outcome;
        if (outcome.Value.Stamp != before.Stamp) await sessions.EndVoidAsync(outcome.Value.User);
        var masked = Mask.User(user);
        logger.Changed(masked, change.Password is not null, change.Active);
        return outcome;
    }

    public static AccountInfo Info(Account account) =>
        new(account.User, account.Name, account.Roles, account.RepId, account.Active, account.PasswordHash is not null);

    /// <summary>What is not known may have been made on another server a moment ago.</summary>
    private async ValueTask<Account?> KnownAsync(string user, CancellationToken cancel)
    {
        if (book.Find(user) is { } known) return known;
        await follower.CatchUpAsync(cancel);
        return book.Find(user);
    }

    private Result<Account> Apply(Account account, AccountChange change, string? hash)
    {
        if (change.Active == false && account.IsActiveAdministrator && !book.All.Any(other => other.IsActiveAdministrator && other.User != account.User))
            return new Refusal(ProblemCodes.LastAdministrator, "The last active administrator stays active; make another one first.");
        var changed = account.WithActive(change.Active ?? account.Active);
        if (hash is not null) changed = changed.WithPassword(hash);
        return change.Name is { } name ? changed with { Name = name.Trim() } : changed;
    }
}

/// <summary>What should change of an account; null stays. Checked by the caller.</summary>
internal sealed record AccountChange(string? Password = null, string? Name = null, bool? Active = null)
{
    // A record prints its members, and this one holds a password.
    public override string ToString() => nameof(AccountChange);
}

internal static partial class AccountLog
{
    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "Account {User} was made with role {Role}")]
    public static partial void Created(this ILogger logger, string user, string role);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Information, Message = "Account {User} was changed (password set: {PasswordSet}, active: {Active})")]
    public static partial void Changed(this ILogger logger, string user, bool passwordSet, bool? active);
}
