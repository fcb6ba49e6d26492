using System.Globalization;

namespace LeadRouter.Storage.Postgres.Reading;

/// <summary>Turns a query into one statement. What the caller gives is bound, never part of the text; a text is looked for literally.</summary>
internal sealed class LeadSearch
{
    private readonly List<object?> _values = [];
    private string _filter = "";

    private LeadSearch(LeadQuery query)
    {
        AddEqual("state", query.State);
        AddEqual("queue", query.Queue);
        AddEqual("source", query.Source);
        AddEqual("campaign", query.Campaign);
        if (query.Open is { } open) _filter += open ? " AND open" : " AND NOT open";
        if (query.Before is { } before) _filter += $" AND (received_at, lead_id) < ({Parameter(before.ReceivedAt.UtcTicks)}, {Parameter(before.LeadId)})";
        if (query.Texts.Count > 0) _filter += $" AND ({string.Join(" OR ", query.Texts.Select(text => $"strpos(search_text, {Parameter(SearchText.Fold(text))}) > 0"))})";
        var sources = Select("true");
        if (query.Rep is { } rep)
        {
            // Two walks merged: an OR would gather and sort every lead that the rep ever had.
            var parameter = Parameter(rep);
            sources = $"{Select($"owner = {parameter}")} UNION {Select($"offered_to = {parameter}")}";
        }
        Sql = $"{sources} ORDER BY received_at DESC, lead_id DESC LIMIT {Parameter(query.Limit)}";
    }

    public string Sql { get; }

    public object?[] Values => [.. _values];

    public static LeadSearch Of(LeadQuery query) => new(query);

    private string Select(string extra) => $"SELECT lead_id, received_at FROM leads WHERE {extra}{_filter}";

    private string Parameter(object value)
    {
        _values.Add(value);
        return "$" + _values.Count.ToString(CultureInfo.InvariantCulture);
    }

    private void AddEqual(string column, string? value)
    {
        if (value is not null) _filter += $" AND {column} = {Parameter(value)}";
    }
}
