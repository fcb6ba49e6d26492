namespace LeadRouter.Storage.Sqlite.Reading;

internal static class ActorReads
{
    public static StoredActor? Load(ReadSession session, ActorId id)
    {
        var row = session.Prepared("SELECT version, outbox_sequence, state FROM actors WHERE kind = ?1 AND key = ?2").Bind(1, id.Kind).Bind(2, id.Key);
        if (!row.Step()) return null;
        var actor = new StoredActor(row.Long(0), row.Long(1), row.Blob(2));
        row.Reset();
        return actor;
    }

    public static IReadOnlyDictionary<string, StoredActor> LoadMany(ReadSession session, string kind, IReadOnlyCollection<string> keys)
    {
        var rows = session.Prepared("SELECT key, version, outbox_sequence, state FROM actors WHERE kind = ?1 AND key IN (SELECT value FROM json_each(?2))")
            .Bind(1, kind).Bind(2, KeyList.Json(keys));
        return rows.ToList(r => (Key: r.Text(0), Actor: new StoredActor(r.Long(1), r.Long(2), r.Blob(3)))).ToDictionary(r => r.Key, r => r.Actor);
    }

    public static IReadOnlyList<string> Keys(ReadSession session, string kind)
    {
        var rows = session.Prepared("SELECT key FROM actors WHERE kind = ?1 ORDER BY key").Bind(1, kind);
        return rows.ToList(r => r.Text(0));
    }

    public static IReadOnlyList<DueActor> Due(ReadSession session, DateTimeOffset until)
    {
        var rows = session.Prepared("SELECT kind, key, due_at FROM actors WHERE due_at IS NOT NULL AND due_at <= ?1 ORDER BY due_at").Bind(1, until.UtcTicks);
        return rows.ToList(r => new DueActor(new ActorId(r.Text(0), r.Text(1)), r.Instant(2)));
    }

    public static IReadOnlyList<OutboxMessage> Outbox(ReadSession session, OutboxKey? after, int limit)
    {
        var rows = session.Prepared("""
            SELECT from_kind, from_key, sequence, to_kind, to_key, body FROM outbox
            WHERE (from_kind, from_key, sequence) > (?1, ?2, ?3)
            ORDER BY from_kind, from_key, sequence LIMIT ?4
            """);
        // Nothing sorts before the empty kind.
        rows.Bind(1, after?.From.Kind ?? "").Bind(2, after?.From.Key ?? "").Bind(3, after?.Sequence ?? 0).Bind(4, limit);
        return rows.ToList(Message);
    }

    public static IReadOnlyList<OutboxMessage> OutboxOf(ReadSession session, ActorId from)
    {
        var rows = session.Prepared("""
            SELECT from_kind, from_key, sequence, to_kind, to_key, body FROM outbox WHERE from_kind = ?1 AND from_key = ?2 ORDER BY sequence
            """);
        return rows.Bind(1, from.Kind).Bind(2, from.Key).ToList(Message);
    }

    private static OutboxMessage Message(Statement r) =>
        new(new OutboxKey(new ActorId(r.Text(0), r.Text(1)), r.Long(2)), new ActorId(r.Text(3), r.Text(4)), r.Blob(5));
}
