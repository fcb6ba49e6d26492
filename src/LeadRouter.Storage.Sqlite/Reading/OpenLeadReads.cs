namespace LeadRouter.Storage.Sqlite.Reading;

internal static class OpenLeadReads
{
    private const string Select = $"SELECT lead_id, state, queue, owner, offered_to, {LiveColumns.Names} FROM leads WHERE open = 1 AND due_since IS NOT NULL";

    public static IReadOnlyList<OpenLead> Page(ReadSession session, string? afterLeadId, int limit) =>
        session.Prepared(Select + " AND lead_id > ?1 ORDER BY lead_id LIMIT ?2").Bind(1, afterLeadId ?? "").Bind(2, limit).ToList(Map);

    public static IReadOnlyList<OpenLead> Find(ReadSession session, IReadOnlyCollection<string> leadIds) =>
        session.Prepared(Select + " AND lead_id IN (SELECT value FROM json_each(?1))").Bind(1, KeyList.Json(leadIds)).ToList(Map);

    private static OpenLead Map(Statement row) =>
        new(row.Text(0), LiveColumns.Of(row, 5).Live(row.Text(1), row.Text(2), row.TextOrNull(3), row.TextOrNull(4))!);
}
