using System.Globalization;

namespace LeadRouter.Storage.Sqlite.Reading;

/// <summary>
/// Turns a query into one statement that walks an index from the newest lead down and stops at the limit. What the caller
/// gives is bound, never part of the text; a text is looked for literally, so nothing in it needs escaping.
/// </summary>
internal static class LeadSearch
{
    public static IReadOnlyList<string> Find(ReadSession session, LeadQuery query)
    {
        var filter = new Filter();
        filter.Add("state = ", query.State);
        filter.Add("queue = ", query.Queue);
        filter.Add("source = ", query.Source);
        filter.Add("campaign = ", query.Campaign);
        if (query.Open is { } open) filter.Add(open ? "open = 1" : "open = 0");
        if (query.Before is { } before) filter.Add("(received_at, lead_id) < ", before.ReceivedAt.UtcTicks, before.LeadId);
        filter.AddTexts(query.Texts);
        using var statement = session.Once(Sql(filter, query));
        filter.Bind(statement);
        return statement.ToList(r => r.Text(0));
    }

    private static string Sql(Filter filter, LeadQuery query)
    {
        string sources;
        if (query.Rep is { } rep)
        {
            // Two walks merged: an OR would gather and sort every lead that the rep ever had.
            var parameter = filter.Parameter(rep);
            sources = $"{Select(filter, $"owner = {parameter}")} UNION {Select(filter, $"offered_to = {parameter}")}";
        }
        else
        {
            sources = Select(filter, "1");
        }
        return $"{sources} ORDER BY received_at DESC, lead_id DESC LIMIT {filter.Parameter(query.Limit)}";
    }

    private static string Select(Filter filter, string extra) =>
        $"SELECT lead_id, received_at FROM leads WHERE {extra}{filter.Text}";

    private sealed class Filter
    {
        private readonly List<object> _values = [];

        public string Text { get; private set; } = "";

        public string Parameter(object value)
        {
            _values.Add(value);
            return "?" + _values.Count.ToString(CultureInfo.InvariantCulture);
        }

        public void Add(string condition) => Text += " AND " + condition;

        public void Add(string comparison, string? value)
        {
            if (value is not null) Add(comparison + Parameter(value));
        }

        public void Add(string comparison, long first, string second) => Add($"{comparison}({Parameter(first)}, {Parameter(second)})");

        public void AddTexts(IReadOnlyList<string> texts)
        {
            if (texts.Count > 0) Add($"({string.Join(" OR ", texts.Select(text => $"instr(search_text, {Parameter(SearchText.Fold(text))}) > 0"))})");
        }

        public void Bind(Statement statement)
        {
            for (var i = 0; i < _values.Count; i++)
            {
                if (_values[i] is string text) statement.Bind(i + 1, text);
                else statement.Bind(i + 1, Convert.ToInt64(_values[i], CultureInfo.InvariantCulture));
            }
        }
    }
}
