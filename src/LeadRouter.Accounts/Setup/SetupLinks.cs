using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>A set-up link as stored, under the hash of its token.</summary>
internal sealed record SetupLink(DateTimeOffset ExpiresAt);

/// <summary>
/// The set-up links that are out. Each start without an administrator prints one of its own, and leaves those of other servers and of
/// earlier starts alone: whichever is used first makes the administrator, and then all are void.
/// </summary>
internal sealed class SetupLinks(IDocumentStore store, TimeProvider time, IOptions<AccountsOptions> options)
{
    private const string Collection = "setup-links";

    /// <summary>A server that starts again and again must not fill the store.</summary>
    private const int MaxLinks = 20;

    public async Task<AccountsStart> IssueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var links = await store.ListJsonAsync<SetupLink>(Collection, cancel);
        var places = 0;
        foreach (var (key, link, _) in links.OrderByDescending(link => link.Value.ExpiresAt))
            if (link.ExpiresAt <= now || ++places >= MaxLinks) await store.DeleteAsync(Collection, key, CancellationToken.None);

        var token = Secrets.Create(Secrets.SetupPrefix);
        var expires = now.AddHours(options.Value.SetupTokenHours);
        await store.PutJsonAsync(Collection, TokenHash.Of(token).ToString(), new SetupLink(expires), expectedVersion: 0);
        return new AccountsStart(token, expires);
    }

    public async Task<bool> OpensAsync(string token, CancellationToken cancel) =>
        TokenHash.TryOf(token, out var hash)
        && await store.GetJsonAsync<SetupLink>(Collection, hash.ToString(), cancel) is { } link
        && time.GetUtcNow() < link.Value.ExpiresAt;

    /// <summary>Clears the links away, once there is an administrator.</summary>
    public async Task ClearAsync(CancellationToken cancel)
    {
        foreach (var link in await store.ListAsync(Collection, cancel))
            await store.DeleteAsync(Collection, link.Key, CancellationToken.None);
    }
}
