namespace LeadRouter.Storage.Sqlite.Reading;

internal static class DocumentReads
{
    public static StoredDocument? Get(ReadSession session, string collection, string key)
    {
        var row = session.Prepared("SELECT version, value FROM documents WHERE collection = ?1 AND key = ?2").Bind(1, collection).Bind(2, key);
        if (!row.Step()) return null;
        var document = new StoredDocument(key, row.Long(0), row.Blob(1));
        row.Reset();
        return document;
    }

    public static IReadOnlyList<StoredDocument> List(ReadSession session, string collection)
    {
        var rows = session.Prepared("SELECT key, version, value FROM documents WHERE collection = ?1 ORDER BY key").Bind(1, collection);
        return rows.ToList(r => new StoredDocument(r.Text(0), r.Long(1), r.Blob(2)));
    }
}
