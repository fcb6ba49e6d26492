using LeadRouter.Storage.Postgres.Reading;

namespace LeadRouter.Storage.Postgres;

/// <summary>
/// Documents, and what became of them. A write is one statement that takes the writers' lock itself: the server runs it once it has
/// come whole, so a process that is suspended does not hold the lock with half a document sent.
/// </summary>
internal sealed class Documents(Reads reads, Reads writes, CommitSignal signal, string writer)
{
    public async ValueTask<StoredDocument?> GetAsync(string collection, string key, CancellationToken cancel) =>
        await reads.OneAsync("SELECT key, version, value FROM documents WHERE collection = $1 AND key = $2 AND value IS NOT NULL", Reads.Document, cancel, collection, key).ConfigureAwait(false);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string collection, CancellationToken cancel) =>
        reads.ManyAsync("SELECT key, version, value FROM documents WHERE collection = $1 AND value IS NOT NULL ORDER BY key", Reads.Document, cancel, collection);

    public Task<long?> PutAsync(string collection, string key, byte[] value, long? expectedVersion, CancellationToken cancel)
    {
        StoreLimits.CheckDocument(collection, key, value);
        return WriteAsync(collection, key, value, expectedVersion, cancel);
    }

    public async Task<bool> DeleteAsync(string collection, string key, CancellationToken cancel) =>
        await WriteAsync(collection, key, null, null, cancel).ConfigureAwait(false) is not null;

    public Task<IReadOnlyList<DocumentChange>> ChangesAsync(long afterRevision, int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return reads.ManyAsync("SELECT revision, collection, key, version, value FROM documents WHERE revision > $1 ORDER BY revision LIMIT $2",
            Reads.Change, cancel, afterRevision, limit);
    }

    /// <summary>Not the last one drawn: that may belong to a write that nobody can read yet.</summary>
    public Task<long> LastRevisionAsync(CancellationToken cancel) =>
        reads.OneAsync("SELECT coalesce(max(revision), 0) FROM documents", r => r.GetInt64(0), cancel);

    private async Task<long?> WriteAsync(string collection, string key, byte[]? value, long? expectedVersion, CancellationToken cancel)
    {
        var version = await writes.OneAsync("SELECT write_document($1, $2, $3::bytea, $4::bigint, $5)", r => r[0] as long?, cancel,
            collection, key, value, expectedVersion, writer).ConfigureAwait(false);
        if (version is not null) signal.Give();
        return version;
    }
}
