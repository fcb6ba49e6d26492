namespace LeadRouter.Storage.Sqlite.Writing;

internal sealed class JournalRows(StatementSet statements)
{
    private readonly Statement _append = statements.Add("INSERT INTO events (kind, key, sequence, at, type, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    private readonly Statement _markHour = statements.Add("INSERT INTO journal_hours (hour, first_position) VALUES (?1, ?2) ON CONFLICT DO NOTHING");

    private readonly Statement _keep = statements.Add("INSERT INTO personal (kind, key, sequence, data) VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement _erase = statements.Add("DELETE FROM personal WHERE kind = ?1 AND key = ?2");

    public void Append(ActorId id, EventWrite written)
    {
        var ticks = written.At.UtcTicks;
        _append.Bind(1, id.Kind).Bind(2, id.Key).Bind(3, written.Sequence).Bind(4, ticks).Bind(5, written.Type).Bind(6, written.Data).Execute();
        _markHour.Bind(1, ticks / TimeSpan.TicksPerHour).Bind(2, _append.InsertedRowId).Execute();
        if (written.Personal is { } personal)
            _keep.Bind(1, id.Kind).Bind(2, id.Key).Bind(3, written.Sequence).Bind(4, personal).Execute();
    }

    /// <summary>Erases what is personal in an actor's events; gives how many events that were.</summary>
    public int ErasePersonal(ActorId id)
    {
        _erase.Bind(1, id.Kind).Bind(2, id.Key).Execute();
        return _erase.ChangedRows;
    }
}
