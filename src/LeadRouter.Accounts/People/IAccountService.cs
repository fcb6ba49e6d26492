namespace LeadRouter.Accounts;

/// <summary>The accounts of reps, for whoever keeps the reps. Everything expected comes back as a refusal.</summary>
public interface IAccountService
{
    /// <summary>
    /// Makes an account with the role <c>rep</c>. Without a password the rep cannot sign in until one is set.
    /// Refusals: <c>validation_failed</c> (with fields user, password, name), <c>user_taken</c>, <c>rep_taken</c>, <c>busy</c>.
    /// </summary>
    /// <exception cref="LeadRouter.Turns.Ports.StoreUnavailableException">It could not be made durable.</exception>
    Task<Result<AccountInfo>> CreateRepAccountAsync(string? user, string? password, string? name, string repId, CancellationToken cancel);

    /// <summary>
    /// Sets the password, unlocks the account and ends all its sessions at once.
    /// Refusals: <c>validation_failed</c>, <c>not_found</c>, <c>busy</c>.
    /// </summary>
    Task<Result<AccountInfo>> SetPasswordAsync(string user, string? password, CancellationToken cancel);

    /// <summary>
    /// Switches the account on or off; off ends all its sessions at once. Refusals: <c>not_found</c>, <c>last_administrator</c>.
    /// </summary>
    Task<Result<AccountInfo>> SetActiveAsync(string user, bool active, CancellationToken cancel);

    /// <summary>Changes the shown name. Refusals: <c>validation_failed</c>, <c>not_found</c>.</summary>
    Task<Result<AccountInfo>> RenameAsync(string user, string? name, CancellationToken cancel);

    /// <summary>The account of a rep, from memory; refusal <c>not_found</c>.</summary>
    ValueTask<Result<AccountInfo>> FindByRepAsync(string repId, CancellationToken cancel);
}

/// <summary>What others may know of an account.</summary>
/// <param name="HasPassword">False: cannot sign in yet.</param>
public sealed record AccountInfo(string User, string Name, IReadOnlyList<string> Roles, string? RepId, bool Active, bool HasPassword);
