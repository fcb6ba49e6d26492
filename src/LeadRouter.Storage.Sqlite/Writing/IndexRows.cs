namespace LeadRouter.Storage.Sqlite.Writing;

internal sealed class IndexRows(StatementSet statements)
{
    private readonly Statement _set = statements.Add("""
        INSERT INTO index_entries (name, key, value) VALUES (?1, ?2, ?3)
        ON CONFLICT (name, key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value
        """);
    private readonly Statement _remove = statements.Add("DELETE FROM index_entries WHERE name = ?1 AND key = ?2");

    public void Apply(IndexChange change)
    {
        if (change.Value is { } value) _set.Bind(1, change.Index).Bind(2, change.Key).Bind(3, value).Execute();
        else _remove.Bind(1, change.Index).Bind(2, change.Key).Execute();
    }
}
