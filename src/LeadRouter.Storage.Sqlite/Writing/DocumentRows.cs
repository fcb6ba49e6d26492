namespace LeadRouter.Storage.Sqlite.Writing;

internal sealed class DocumentRows(StatementSet statements)
{
    private readonly Statement _version = statements.Add("SELECT version FROM documents WHERE collection = ?1 AND key = ?2");
    private readonly Statement _put = statements.Add("""
        INSERT INTO documents (collection, key, version, value) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (collection, key) DO UPDATE SET version = excluded.version, value = excluded.value
        """);
    private readonly Statement _delete = statements.Add("DELETE FROM documents WHERE collection = ?1 AND key = ?2");

    /// <summary>The stored version, 0 when there is none.</summary>
    public long Version(string collection, string key)
    {
        if (!_version.Bind(1, collection).Bind(2, key).Step()) return 0;
        var version = _version.Long(0);
        _version.Reset();
        return version;
    }

    public void Put(string collection, string key, long version, byte[] value) =>
        _put.Bind(1, collection).Bind(2, key).Bind(3, version).Bind(4, value).Execute();

    public void Delete(string collection, string key) => _delete.Bind(1, collection).Bind(2, key).Execute();
}
