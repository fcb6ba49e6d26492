using LeadRouter.Turns.Ports;

namespace LeadRouter.Accounts.Tests;

/// <summary>A document store that counts reads and can be made to fail.</summary>
internal sealed class InMemoryDocuments : IDocumentStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Collection, string Key), StoredDocument> _documents = [];
    private int _reads;

    public int Reads => Volatile.Read(ref _reads);

    public bool Down { get; set; }

    public ValueTask<StoredDocument?> GetAsync(string collection, string key, CancellationToken cancel)
    {
        Interlocked.Increment(ref _reads);
        lock (_lock) return ValueTask.FromResult(_documents.GetValueOrDefault((collection, key)));
    }

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string collection, CancellationToken cancel)
    {
        Interlocked.Increment(ref _reads);
        lock (_lock) return Task.FromResult<IReadOnlyList<StoredDocument>>([.. _documents.Where(pair => pair.Key.Collection == collection).Select(pair => pair.Value)]);
    }

    public async Task<long?> PutAsync(string collection, string key, byte[] value, long? expectedVersion, CancellationToken cancel)
    {
        await Task.Yield();
        ThrowIfDown();
        lock (_lock)
        {
            var version = _documents.GetValueOrDefault((collection, key))?.Version ?? 0;
            if (expectedVersion is { } expected && expected != version) return null;
            _documents[(collection, key)] = new StoredDocument(key, version + 1, value);
            return version + 1;
        }
    }

    public async Task<bool> DeleteAsync(string collection, string key, CancellationToken cancel)
    {
        await Task.Yield();
        ThrowIfDown();
        lock (_lock) return _documents.Remove((collection, key));
    }

    public int Count(string collection)
    {
        lock (_lock) return _documents.Keys.Count(key => key.Collection == collection);
    }

    /// <summary>Everything that is on the disk, as text.</summary>
    public string Dump()
    {
        lock (_lock) return string.Join('\n', _documents.Select(pair => $"{pair.Key.Collection}/{pair.Key.Key} {System.Text.Encoding.UTF8.GetString(pair.Value.Value)}"));
    }

    private void ThrowIfDown()
    {
        if (Down) throw new StoreUnavailableException("The test took the store down.");
    }
}
