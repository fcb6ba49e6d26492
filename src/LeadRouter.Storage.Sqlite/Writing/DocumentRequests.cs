namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>Puts a document; the result is its new version, or null when the expected one is not there.</summary>
internal sealed class PutDocumentRequest(string collection, string key, byte[] value, long? expectedVersion, CancellationToken cancel) : WriteRequest<long?>(cancel)
{
    public override int Bytes => 256 + value.Length;

    protected override long? Write(WriteSession session)
    {
        var version = session.Documents.Version(collection, key);
        if (expectedVersion is { } expected && expected != version) return null;
        session.Documents.Put(collection, key, version + 1, value);
        return version + 1;
    }
}

/// <summary>Removes a document; the result says whether there was one.</summary>
internal sealed class DeleteDocumentRequest(string collection, string key, CancellationToken cancel) : WriteRequest<bool>(cancel)
{
    public override int Bytes => 256;

    protected override bool Write(WriteSession session)
    {
        if (session.Documents.Version(collection, key) == 0) return false;
        session.Documents.Delete(collection, key);
        return true;
    }
}
