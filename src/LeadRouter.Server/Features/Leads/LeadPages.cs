namespace LeadRouter.Server.Features.Leads;

/// <summary>Lists of leads, read from the store: no lead is asked, however long the list.</summary>
internal static class LeadPages
{
    /// <summary>A page, and where the next one begins.</summary>
    /// <param name="maySee">Who has gone to somebody else since the rows were read is left out.</param>
    public static async Task<LeadPageDto> ReadAsync(IEngineStore store, LeadQuery query, Func<Lead, bool> maySee, CancellationToken cancel)
    {
        var ids = await store.FindLeadsAsync(query, cancel);
        var stored = await store.LoadManyAsync(ActorKinds.Lead, ids, cancel);
        List<Lead> leads = [.. ids.Where(stored.ContainsKey).Select(id => StoredJson.Read<Lead>(stored[id].State))];
        // A full page has one after it, whatever has become of its leads since.
        var next = ids.Count == query.Limit && leads.Count > 0 ? LeadCursor.Of(leads[^1]) : null;
        return new LeadPageDto([.. leads.Where(maySee).Select(LeadMapper.ToDto)], next);
    }
}
