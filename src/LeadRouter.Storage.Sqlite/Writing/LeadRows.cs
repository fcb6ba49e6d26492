using LeadRouter.Engine.Ports;
using LeadRouter.Storage.Sqlite.Sql;

namespace LeadRouter.Storage.Sqlite.Writing;

internal sealed class LeadRows(StatementSet statements)
{
    // A row that says the same again writes no page.
    private readonly Statement _put = statements.Add("""
        INSERT INTO leads (lead_id, received_at, state, queue, owner, offered_to, source, campaign, open, search_text)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (lead_id) DO UPDATE SET
            received_at = excluded.received_at, state = excluded.state, queue = excluded.queue, owner = excluded.owner,
            offered_to = excluded.offered_to, source = excluded.source, campaign = excluded.campaign, open = excluded.open,
            search_text = excluded.search_text
        WHERE (received_at, state, queue, owner, offered_to, source, campaign, open, search_text)
            IS NOT (excluded.received_at, excluded.state, excluded.queue, excluded.owner, excluded.offered_to, excluded.source,
                excluded.campaign, excluded.open, excluded.search_text)
        """);
    private readonly Statement _remove = statements.Add("DELETE FROM leads WHERE lead_id = ?1");

    public void Put(LeadRow lead) => _put
        .Bind(1, lead.LeadId).Bind(2, lead.ReceivedAt.UtcTicks).Bind(3, lead.State).Bind(4, lead.Queue).Bind(5, lead.Owner)
        .Bind(6, lead.OfferedTo).Bind(7, lead.Source).Bind(8, lead.Campaign).Bind(9, lead.Open ? 1 : 0).Bind(10, SearchText.Of(lead))
        .Execute();

    public void Remove(string leadId) => _remove.Bind(1, leadId).Execute();
}
