using System.ComponentModel.DataAnnotations;

namespace LeadRouter.Accounts;

/// <summary>Section <c>Accounts</c>: how long sessions live and how hard it is to guess a password.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>Hours without a request after which a session ends; default 12.</summary>
    [Range(1, 24 * 365)]
    public int SessionIdleHours { get; set; } = 12;

    /// <summary>Days after which a session ends however busy it is; default 30.</summary>
    [Range(1, 365)]
    public int SessionMaxDays { get; set; } = 30;

    /// <summary>Sessions a user may have at once; the oldest makes room. Default 20.</summary>
    [Range(1, 1000)]
    public int SessionsPerUser { get; set; } = 20;

    /// <summary>Wrong passwords within <see cref="LockoutWindowMinutes"/> that lock an account; default 5.</summary>
    [Range(1, 1000)]
    public int LockoutFailures { get; set; } = 5;

    /// <summary>Default 15.</summary>
    [Range(1, 24 * 60)]
    public int LockoutWindowMinutes { get; set; } = 15;

    /// <summary>How long a locked account stays locked; default 15.</summary>
    [Range(1, 24 * 60)]
    public int LockoutMinutes { get; set; } = 15;

    /// <summary>
    /// Failures from one remote address within the lock-out window that shut it out for the lock-out time; default 100,
    /// because a whole call centre may sit behind one address.
    /// </summary>
    [Range(1, 1_000_000)]
    public int AddressFailures { get; set; } = 100;

    /// <summary>Passwords hashed at the same time; default 2. One costs a core about 65 ms.</summary>
    [Range(1, 64)]
    public int HashConcurrency { get; set; } = 2;

    /// <summary>Requests that may wait for a hash before further ones get 503; default 200 (about 7 s at 2 at a time).</summary>
    [Range(0, 10_000)]
    public int HashQueue { get; set; } = 200;

    /// <summary>How long a board token lives when the request names no time; default 365.</summary>
    [Range(1, 3650)]
    public int BoardTokenDays { get; set; } = 365;

    /// <summary>How long the first administrator's set-up link lives; default 24.</summary>
    [Range(1, 24 * 7)]
    public int SetupTokenHours { get; set; } = 24;

    internal TimeSpan SessionIdle => TimeSpan.FromHours(SessionIdleHours);
    internal TimeSpan SessionMax => TimeSpan.FromDays(SessionMaxDays);
    internal FailureLimit AccountLimit => new(LockoutFailures, TimeSpan.FromMinutes(LockoutWindowMinutes), TimeSpan.FromMinutes(LockoutMinutes));
    internal FailureLimit AddressLimit => AccountLimit with { Failures = AddressFailures };
}

/// <summary>Section <c>Bootstrap</c>: the first administrator of an installation nobody can click through.</summary>
public sealed class BootstrapOptions
{
    public const string Section = "Bootstrap";

    /// <summary>Password of the user <c>admin</c>, made at start while there is no administrator; otherwise not looked at.</summary>
    public string? AdminPassword { get; set; }
}
