namespace LeadRouter.Accounts;

/// <summary>The failures that this process saw: all there are when it is alone, and what is left when the shared count cannot be reached.</summary>
public sealed class LocalFailureCounts(TimeProvider time) : IFailureCounts
{
    private readonly FailureTable _addresses = new();
    private readonly FailureTable _unknownUsers = new();

    /// <inheritdoc />
    public ValueTask<TimeSpan?> LockedForAsync(FailureOf of, string key) => ValueTask.FromResult(Table(of).LockedFor(key, time.GetUtcNow()));

    /// <inheritdoc />
    public ValueTask FailAsync(FailureOf of, string key, FailureLimit limit)
    {
        Table(of).Fail(key, time.GetUtcNow(), limit);
        return default;
    }

    /// <summary>Each kind has a table of its own, so that made-up names cannot push an address out.</summary>
    private FailureTable Table(FailureOf of) => of == FailureOf.Address ? _addresses : _unknownUsers;
}
