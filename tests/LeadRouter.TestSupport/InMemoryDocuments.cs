using LeadRouter.Turns.Ports;

namespace LeadRouter.TestSupport;

/// <summary>A document store that counts reads, keeps a journal as a shared one does, and can be made to fail.</summary>
public sealed class InMemoryDocuments : IDocumentStore, IDocumentJournal
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Collection, string Key), StoredDocument> _documents = [];
    private readonly Dictionary<(string Collection, string Key), DocumentChange> _journal = [];
    private int _reads;
    private int _journalReads;
    private long _revision;

    public int Reads => Volatile.Read(ref _reads);

    public int JournalReads => Volatile.Read(ref _journalReads);

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
            Note(collection, key, _documents[(collection, key)] = new StoredDocument(key, version + 1, value));
            return version + 1;
        }
    }

    public async Task<bool> DeleteAsync(string collection, string key, CancellationToken cancel)
    {
        await Task.Yield();
        ThrowIfDown();
        lock (_lock)
        {
            if (!_documents.Remove((collection, key))) return false;
            Note(collection, key, null);
            return true;
        }
    }

    public async Task<IReadOnlyList<DocumentChange>> ReadDocumentChangesAsync(long afterRevision, int limit, CancellationToken cancel)
    {
        await Task.Yield();
        ThrowIfDown();
        Interlocked.Increment(ref _journalReads);
        lock (_lock) return [.. _journal.Values.Where(change => change.Revision > afterRevision).OrderBy(change => change.Revision).Take(limit)];
    }

    public Task<long> LastRevisionAsync(CancellationToken cancel)
    {
        lock (_lock) return Task.FromResult(_revision);
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

    private void Note(string collection, string key, StoredDocument? document) =>
        _journal[(collection, key)] = new DocumentChange(++_revision, collection, key, document);

    private void ThrowIfDown()
    {
        if (Down) throw new StoreUnavailableException("The test took the store down.");
    }
}
