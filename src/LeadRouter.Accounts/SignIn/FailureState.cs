namespace LeadRouter.Accounts;

/// <summary>The wrong tries of an account or an address.</summary>
/// <param name="FailedCount">Since <paramref name="FirstFailedAt"/>.</param>
internal sealed record FailureState(int FailedCount, DateTimeOffset? FirstFailedAt, DateTimeOffset? LockedUntil)
{
    public static readonly FailureState None = new(0, null, null);

    /// <summary>How long it stays locked, or null.</summary>
    public TimeSpan? LockedFor(DateTimeOffset now) => LockedUntil > now ? LockedUntil - now : null;

    /// <summary>False when forgetting it would change nothing any more.</summary>
    public bool Matters(DateTimeOffset now, FailureLimit limit) => LockedFor(now) is not null || FirstFailedAt is { } first && now - first < limit.Window;

    /// <summary>One failure more. A window or a lock that has passed begins a new count.</summary>
    public FailureState Fail(DateTimeOffset now, FailureLimit limit)
    {
        if (LockedFor(now) is not null) return this;
        var counts = LockedUntil is null && FirstFailedAt is { } first && now - first < limit.Window;
        var count = counts ? FailedCount + 1 : 1;
        return new(count, counts ? FirstFailedAt : now, count >= limit.Failures ? now + limit.Lock : null);
    }
}
