namespace LeadRouter.Accounts;

/// <summary>Finds sources in memory; a key that is not known may have been made on another server a moment ago.</summary>
internal sealed class SourceKeys(SourceBook sources, DocumentFollower follower) : ISourceKeys
{
    public ValueTask<IntakeSource?> FindAsync(string? key, CancellationToken cancel = default) =>
        sources.Find(key) is { } known ? ValueTask.FromResult<IntakeSource?>(known)
        : key?.StartsWith(Secrets.SourcePrefix, StringComparison.Ordinal) == true ? FindAfterCatchingUpAsync(key, cancel)
        : default;

    private async ValueTask<IntakeSource?> FindAfterCatchingUpAsync(string key, CancellationToken cancel)
    {
        await follower.CatchUpAsync(cancel);
        return sources.Find(key);
    }
}
