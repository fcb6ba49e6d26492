namespace LeadRouter.Storage.Sqlite.Reading;

internal static class JournalReads
{
    public static IReadOnlyList<StoredEvent> OfActor(ReadSession session, ActorId id)
    {
        var rows = session.Prepared("SELECT position, kind, key, sequence, at, type, events.data, personal.data FROM events LEFT JOIN personal USING (kind, key, sequence) WHERE kind = ?1 AND key = ?2 ORDER BY sequence")
            .Bind(1, id.Kind).Bind(2, id.Key);
        return rows.ToList(Event);
    }

    public static IReadOnlyList<StoredEvent> Page(ReadSession session, long afterPosition, DateTimeOffset since, int limit)
    {
        // Every event at or after the instant is in its hour or a later one, and no earlier than the first of these hours.
        var rows = session.Prepared("""
            SELECT position, kind, key, sequence, at, type, events.data, personal.data FROM events LEFT JOIN personal USING (kind, key, sequence)
            WHERE position > ?1 AND position >= (SELECT MIN(first_position) FROM journal_hours WHERE hour >= ?2) AND at >= ?3
            ORDER BY position LIMIT ?4
            """);
        var ticks = since.UtcTicks;
        return rows.Bind(1, afterPosition).Bind(2, ticks / TimeSpan.TicksPerHour).Bind(3, ticks).Bind(4, limit).ToList(Event);
    }

    /// <summary>The last position; 0 when nothing has happened yet.</summary>
    public static long Last(ReadSession session) =>
        session.Prepared("SELECT coalesce(max(position), 0) FROM events").ToList(r => r.Long(0))[0];

    private static StoredEvent Event(Statement r) =>
        new(r.Long(0), new ActorId(r.Text(1), r.Text(2)), r.Long(3), r.Instant(4), r.Text(5), r.Blob(6), r.BlobOrNull(7));
}
