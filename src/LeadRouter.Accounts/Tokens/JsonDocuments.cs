using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Accounts;

/// <summary>
/// Typed documents. Writes take no cancellation: a caller who hangs up must not leave memory believing something else than the disk.
/// </summary>
internal static class JsonDocuments
{
    public static Task<long?> PutJsonAsync<T>(this IDocumentStore store, string collection, string key, T value, JsonTypeInfo<T> type, long? expectedVersion) =>
        store.PutAsync(collection, key, JsonSerializer.SerializeToUtf8Bytes(value, type), expectedVersion, CancellationToken.None);

    public static async Task<(T Value, long Version)?> GetJsonAsync<T>(this IDocumentStore store, string collection, string key, JsonTypeInfo<T> type, CancellationToken cancel) =>
        await store.GetAsync(collection, key, cancel) is { } document ? (Read(collection, document, type), document.Version) : null;

    public static async Task<IReadOnlyList<(string Key, T Value, long Version)>> ListJsonAsync<T>(this IDocumentStore store, string collection, JsonTypeInfo<T> type, CancellationToken cancel) =>
        [.. (await store.ListAsync(collection, cancel)).Select(document => (document.Key, Read(collection, document, type), document.Version))];

    private static T Read<T>(string collection, StoredDocument document, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(document.Value, type) ?? throw new InvalidDataException($"A document of '{collection}' is empty.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(StoredSession))]
[JsonSerializable(typeof(StoredSource))]
[JsonSerializable(typeof(StoredBoardToken))]
[JsonSerializable(typeof(StoredSetup))]
[JsonSerializable(typeof(FirstSourceMark))]
internal sealed partial class StoredJson : JsonSerializerContext;
