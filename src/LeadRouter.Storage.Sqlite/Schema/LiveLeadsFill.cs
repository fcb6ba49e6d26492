using System.Text.Json;
using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Turns.Stored;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Storage.Sqlite.Schema;

/// <summary>
/// What version 3 adds to the leads that are open follows from their states, which only this program can read. A lead whose state
/// it cannot read it cannot work with either: that one gets its columns with its next write.
/// </summary>
internal static class LiveLeadsFill
{
    public static void Run(SqliteConnection db, ILogger log)
    {
        using var statements = new StatementSet(db.Handle!);
        var open = statements.Add("SELECT rowid, lead_id FROM leads WHERE open = 1").ToList(row => (RowId: row.Long(0), Id: row.Text(1)));
        var state = statements.Add($"SELECT state FROM actors WHERE kind = '{ActorKinds.Lead}' AND key = ?1");
        var fill = statements.Add("UPDATE leads SET due_since = ?2, is_due = ?3, is_worked = ?4, activity = ?5, activity_since = ?6 WHERE rowid = ?1");
        var unreadable = 0;
        foreach (var (rowId, id) in open)
        {
            if (state.Bind(1, id).ToList(row => row.Blob(0)) is not [var json] || Read(json) is not { } live)
                unreadable++;
            else
                LiveColumns.Of(live).Bind(fill.Bind(1, rowId), 2).Execute();
        }
        if (unreadable > 0) Log.UnreadableLeads(log, unreadable);
    }

    private static LiveLead? Read(byte[] json)
    {
        try
        {
            return StoredJson.Read<Lead>(json) is { IsClosed: false } lead ? LiveLead.Of(lead) : null;
        }
        catch (Exception e) when (e is StoredFormatException or JsonException)
        {
            return null;
        }
    }
}
