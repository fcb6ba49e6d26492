namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>What the writer needs to know of an actor's row; version 0 when there is none.</summary>
internal readonly record struct ActorRow(long RowId, long Version, long? DueTicks);

internal sealed class ActorRows(StatementSet statements)
{
    private readonly Statement _find = statements.Add("SELECT rowid, version, due_at FROM actors WHERE kind = ?1 AND key = ?2");
    private readonly Statement _insert = statements.Add("INSERT INTO actors (kind, key, version, outbox_sequence, due_at, state) VALUES (?1, ?2, 1, ?3, ?4, ?5)");
    private readonly Statement _update = statements.Add("UPDATE actors SET version = ?2, outbox_sequence = ?3, state = ?4 WHERE rowid = ?1");
    private readonly Statement _updateWithDue = statements.Add("UPDATE actors SET version = ?2, outbox_sequence = ?3, state = ?4, due_at = ?5 WHERE rowid = ?1");
    private readonly Statement _delete = statements.Add("DELETE FROM actors WHERE rowid = ?1");

    public ActorRow Find(ActorId id)
    {
        if (!_find.Bind(1, id.Kind).Bind(2, id.Key).Step()) return default;
        var row = new ActorRow(_find.Long(0), _find.Long(1), _find.LongOrNull(2));
        _find.Reset();
        return row;
    }

    public void Put(ActorId id, ActorRow row, long outboxSequence, DateTimeOffset? dueAt, byte[] state)
    {
        var due = dueAt?.UtcTicks;
        if (row.Version == 0)
            _insert.Bind(1, id.Kind).Bind(2, id.Key).Bind(3, outboxSequence).Bind(4, due).Bind(5, state).Execute();
        else if (due == row.DueTicks)
            // SQLite rewrites an index whose column is named even when its value stays, which costs pages in the log.
            _update.Bind(1, row.RowId).Bind(2, row.Version + 1).Bind(3, outboxSequence).Bind(4, state).Execute();
        else
            _updateWithDue.Bind(1, row.RowId).Bind(2, row.Version + 1).Bind(3, outboxSequence).Bind(4, state).Bind(5, due).Execute();
    }

    public void Delete(ActorRow row)
    {
        if (row.Version > 0) _delete.Bind(1, row.RowId).Execute();
    }
}
