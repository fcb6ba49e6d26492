namespace LeadRouter.Accounts;

/// <summary>A person who may sign in, as stored.</summary>
internal sealed record Account
{
    /// <summary>As typed when it was made; compared without case.</summary>
    public required string User { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<string> Roles { get; init; }
    public string? RepId { get; init; }
    /// <summary>Null: cannot sign in until a password is set.</summary>
    public string? PasswordHash { get; init; }
    public bool Active { get; init; } = true;
    /// <summary>
    /// Counts what must end every session (a new password, being switched off). A session holds the number it began with, so
    /// one write of the account ends them all, whatever else fails.
    /// </summary>
    public int Stamp { get; init; }
    public FailureState Failures { get; init; } = FailureState.None;
    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsActiveAdministrator => Active && Roles.Contains(AccountRoles.Admin);

    public Account WithPassword(string hash) => this with { PasswordHash = hash, Stamp = Stamp + 1, Failures = FailureState.None };

    public Account WithActive(bool active) =>
        active == Active ? this : this with { Active = active, Stamp = Stamp + 1, Failures = FailureState.None };

    // A record prints its members, and a hash must not get into a log that way.
    public override string ToString() => $"account of {Mask.User(User)}";
}
