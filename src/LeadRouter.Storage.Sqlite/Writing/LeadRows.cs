namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>
/// Writes the searchable fields of leads. SQLite rewrites each index whose column an update names, changed or not, and this
/// table has eight: so a lead that moves on writes the columns that differ and no others.
/// </summary>
internal sealed class LeadRows(StatementSet statements)
{
    private readonly Statement _find = statements.Add($"""
        SELECT rowid, state, queue, owner, offered_to, open, received_at, source, campaign, search_text, {LiveColumns.Names} FROM leads WHERE lead_id = ?1
        """);
    private readonly Statement _insert = statements.Add($"""
        INSERT INTO leads (lead_id, state, queue, owner, offered_to, open, received_at, source, campaign, search_text, {LiveColumns.Names})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """);
    private readonly Statement _setState = statements.Add("UPDATE leads SET state = ?2 WHERE rowid = ?1");
    private readonly Statement _setQueue = statements.Add("UPDATE leads SET queue = ?2 WHERE rowid = ?1");
    private readonly Statement _setOwner = statements.Add("UPDATE leads SET owner = ?2 WHERE rowid = ?1");
    private readonly Statement _setOfferedTo = statements.Add("UPDATE leads SET offered_to = ?2 WHERE rowid = ?1");
    private readonly Statement _setOpen = statements.Add("UPDATE leads SET open = ?2 WHERE rowid = ?1");
    private readonly Statement _setOrigin = statements.Add("UPDATE leads SET received_at = ?2, source = ?3, campaign = ?4, search_text = ?5 WHERE rowid = ?1");
    private readonly Statement _setLive = statements.Add("UPDATE leads SET due_since = ?2, is_due = ?3, is_worked = ?4, activity = ?5, activity_since = ?6 WHERE rowid = ?1");
    private readonly Statement _remove = statements.Add("DELETE FROM leads WHERE lead_id = ?1");

    public void Put(LeadRow lead)
    {
        var now = Columns.Of(lead);
        if (_find.Bind(1, lead.LeadId).Step())
        {
            var rowId = _find.Long(0);
            var was = Columns.Of(_find);
            _find.Reset();
            Update(rowId, was, now);
        }
        else
        {
            _insert.Bind(1, lead.LeadId).Bind(2, now.State).Bind(3, now.Queue).Bind(4, now.Owner).Bind(5, now.OfferedTo).Bind(6, now.Open)
                .Bind(7, now.ReceivedAt).Bind(8, now.Source).Bind(9, now.Campaign).Bind(10, now.SearchText);
            now.Live.Bind(_insert, 11).Execute();
        }
    }

    public void Remove(string leadId) => _remove.Bind(1, leadId).Execute();

    private void Update(long rowId, Columns was, Columns now)
    {
        if (now.State != was.State) _setState.Bind(1, rowId).Bind(2, now.State).Execute();
        if (now.Queue != was.Queue) _setQueue.Bind(1, rowId).Bind(2, now.Queue).Execute();
        if (now.Owner != was.Owner) _setOwner.Bind(1, rowId).Bind(2, now.Owner).Execute();
        if (now.OfferedTo != was.OfferedTo) _setOfferedTo.Bind(1, rowId).Bind(2, now.OfferedTo).Execute();
        if (now.Open != was.Open) _setOpen.Bind(1, rowId).Bind(2, now.Open).Execute();
        if (now.Live != was.Live) now.Live.Bind(_setLive.Bind(1, rowId), 2).Execute();
        if ((now.ReceivedAt, now.Source, now.Campaign, now.SearchText) != (was.ReceivedAt, was.Source, was.Campaign, was.SearchText))
            _setOrigin.Bind(1, rowId).Bind(2, now.ReceivedAt).Bind(3, now.Source).Bind(4, now.Campaign).Bind(5, now.SearchText).Execute();
    }

    private readonly record struct Columns(
        string State, string Queue, string? Owner, string? OfferedTo, long Open, long ReceivedAt, string? Source, string? Campaign, string SearchText, LiveColumns Live)
    {
        public static Columns Of(LeadRow lead) => new(
            lead.State, lead.Queue, lead.Owner, lead.OfferedTo, lead.Open ? 1 : 0, lead.ReceivedAt.UtcTicks, lead.Source, lead.Campaign,
            Turns.Ports.SearchText.Of(lead), LiveColumns.Of(lead.Live));

        public static Columns Of(Statement row) => new(
            row.Text(1), row.Text(2), row.TextOrNull(3), row.TextOrNull(4), row.Long(5), row.Long(6), row.TextOrNull(7), row.TextOrNull(8),
            row.Text(9), LiveColumns.Of(row, 10));
    }
}
