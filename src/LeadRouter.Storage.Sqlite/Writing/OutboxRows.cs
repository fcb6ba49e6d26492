namespace LeadRouter.Storage.Sqlite.Writing;

internal sealed class OutboxRows(StatementSet statements)
{
    private readonly Statement _add = statements.Add("INSERT INTO outbox (from_kind, from_key, sequence, to_kind, to_key, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    private readonly Statement _remove = statements.Add("DELETE FROM outbox WHERE from_kind = ?1 AND from_key = ?2 AND sequence = ?3");

    public void Add(OutboxMessage message)
    {
        var from = message.Key.From;
        _add.Bind(1, from.Kind).Bind(2, from.Key).Bind(3, message.Key.Sequence).Bind(4, message.To.Kind).Bind(5, message.To.Key).Bind(6, message.Body).Execute();
    }

    /// <summary>Removes a message; false when it is not there.</summary>
    public bool Remove(OutboxKey key)
    {
        _remove.Bind(1, key.From.Kind).Bind(2, key.From.Key).Bind(3, key.Sequence).Execute();
        return _remove.ChangedRows > 0;
    }
}
