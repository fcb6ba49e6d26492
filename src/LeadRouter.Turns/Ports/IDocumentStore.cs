namespace LeadRouter.Turns.Ports;

/// <summary>Small administrative documents (accounts, sessions, sources, the desk) beside the actors. Durable when a write completes.</summary>
public interface IDocumentStore
{
    /// <summary>A document, or null.</summary>
    ValueTask<StoredDocument?> GetAsync(string collection, string key, CancellationToken cancel);

    /// <summary>All documents of a collection, by key.</summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(string collection, CancellationToken cancel);

    /// <summary>
    /// Writes a document and returns its new version, or null when the stored version is not <paramref name="expectedVersion"/>
    /// (0: it must not exist yet; null: whatever is there is replaced).
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be made durable.</exception>
    Task<long?> PutAsync(string collection, string key, byte[] value, long? expectedVersion, CancellationToken cancel);

    /// <summary>Removes a document; false when there was none.</summary>
    /// <exception cref="StoreUnavailableException">It could not be made durable.</exception>
    Task<bool> DeleteAsync(string collection, string key, CancellationToken cancel);
}

/// <summary>A document. <paramref name="Value"/> is UTF-8 JSON; <paramref name="Version"/> counts its writes from 1.</summary>
public sealed record StoredDocument(string Key, long Version, byte[] Value);
