using System.Text.Json;
using LeadRouter.Turns.Stored;

namespace LeadRouter.Accounts;

/// <summary>
/// Typed documents. Writes take no cancellation: a caller who hangs up must not leave memory believing something else than the disk.
/// </summary>
internal static class JsonDocuments
{
    public static Task<long?> PutJsonAsync<T>(this IDocumentStore store, string collection, string key, T value, long? expectedVersion) =>
        store.PutAsync(collection, key, AccountFormat.Format.Write(value), expectedVersion, CancellationToken.None);

    public static async Task<(T Value, long Version)?> GetJsonAsync<T>(this IDocumentStore store, string collection, string key, CancellationToken cancel) =>
        await store.GetAsync(collection, key, cancel) is { } document ? (Read<T>(collection, document), document.Version) : null;

    public static async Task<IReadOnlyList<(string Key, T Value, long Version)>> ListJsonAsync<T>(this IDocumentStore store, string collection, CancellationToken cancel) =>
        [.. (await store.ListAsync(collection, cancel)).Select(document => (document.Key, Read<T>(collection, document), document.Version))];

    /// <summary>What a document says. The refusal names the collection and not the key, which may be somebody's e-mail.</summary>
    /// <exception cref="StoredFormatException">A newer version of LeadRouter wrote it, or it is damaged.</exception>
    public static T Read<T>(string collection, StoredDocument document)
    {
        try
        {
            return AccountFormat.Format.Read<T>(document.Value);
        }
        catch (JsonException wrong)
        {
            throw new StoredFormatException($"A document of '{collection}' cannot be read; it was written by a newer version of LeadRouter, or is damaged: {wrong.Message}", wrong);
        }
    }
}
