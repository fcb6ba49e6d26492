using System.Collections.Concurrent;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Boards.Tests;

/// <summary>Documents in memory.</summary>
internal sealed class MemoryDocuments : IDocumentStore
{
    private readonly ConcurrentDictionary<(string Collection, string Key), StoredDocument> _documents = new();

    public ValueTask<StoredDocument?> GetAsync(string collection, string key, CancellationToken cancel) => new(_documents.GetValueOrDefault((collection, key)));

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string collection, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredDocument>>([.. _documents.Where(document => document.Key.Collection == collection).Select(document => document.Value)]);

    public Task<long?> PutAsync(string collection, string key, byte[] value, long? expectedVersion, CancellationToken cancel) =>
        Task.FromResult<long?>(_documents.AddOrUpdate((collection, key), _ => new StoredDocument(key, 1, value), (_, known) => new StoredDocument(key, known.Version + 1, value)).Version);

    public Task<bool> DeleteAsync(string collection, string key, CancellationToken cancel) => Task.FromResult(_documents.TryRemove((collection, key), out _));
}
