namespace LeadRouter.Storage.Sqlite.Reading;

internal static class IndexReads
{
    public static IReadOnlyList<IndexEntry> Entries(ReadSession session, string index)
    {
        var rows = session.Prepared("SELECT key, value FROM index_entries WHERE name = ?1 ORDER BY key").Bind(1, index);
        return rows.ToList(r => new IndexEntry(r.Text(0), r.Blob(1)));
    }

    public static IReadOnlyList<string> Names(ReadSession session, string prefix)
    {
        // U+10FFFF is the last code point, so everything with the prefix lies between the two bounds.
        var rows = session.Prepared("SELECT DISTINCT name FROM index_entries WHERE name >= ?1 AND name < ?2 ORDER BY name")
            .Bind(1, prefix).Bind(2, prefix + "\U0010FFFF");
        return rows.ToList(r => r.Text(0));
    }
}
