namespace LeadRouter.Turns.Ports;

/// <summary>Counts failures to sign in, by whatever fails, and shuts it out for a while when they are too many. Safe for many threads.</summary>
public interface IFailureCounts
{
    /// <summary>How long a key is still shut out, or null. Takes at most a fifth of a second.</summary>
    ValueTask<TimeSpan?> LockedForAsync(FailureOf of, string key);

    /// <summary>One failure more; the one that reaches the limit shuts the key out. Takes at most a fifth of a second.</summary>
    ValueTask FailAsync(FailureOf of, string key, FailureLimit limit);
}

/// <summary>What fails; each kind is counted for itself.</summary>
public enum FailureOf
{
    /// <summary>A remote address.</summary>
    Address,

    /// <summary>A user name that no account has.</summary>
    UnknownUser,
}

/// <summary>How many failures within how long lock something, and for how long.</summary>
/// <param name="Failures">From 1.</param>
/// <param name="Window">Counted from the first failure.</param>
public sealed record FailureLimit(int Failures, TimeSpan Window, TimeSpan Lock);
