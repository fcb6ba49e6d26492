using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LeadRouter.TestTools.Metrics;

/// <summary>A PromQL expression of a dashboard, with Grafana's variables filled in.</summary>
/// <param name="Panel">The panel's title, or the variable's name.</param>
/// <param name="Expression">Ready for Prometheus.</param>
public sealed record DashboardExpression(string Panel, string Expression);

/// <summary>A Grafana dashboard file.</summary>
public sealed partial class Dashboard
{
    /// <summary>What Grafana would fill in. Longer names first, so that no name eats the start of another.</summary>
    private static readonly (string Variable, string Value)[] Variables =
    [
        ("$__rate_interval", "1m"),
        ("$__interval", "15s"),
        ("$__range", "5m"),
        ("$queue", ".*"),
    ];

    private Dashboard(IReadOnlyList<DashboardExpression> expressions) => Expressions = expressions;

    /// <summary>Every expression: of panels, of panels in folded rows, and of the variables.</summary>
    public IReadOnlyList<DashboardExpression> Expressions { get; }

    /// <summary>Reads <c>grafana/leadrouter.json</c> of the repository that the tests run in.</summary>
    public static Dashboard Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "grafana", "leadrouter.json");
            if (File.Exists(file))
                return Parse(File.ReadAllText(file));
        }
        throw new FileNotFoundException($"No grafana/leadrouter.json above {AppContext.BaseDirectory}");
    }

    /// <summary>Reads a dashboard's JSON.</summary>
    /// <exception cref="FormatException">An expression holds a variable that is not known here.</exception>
    public static Dashboard Parse(string json)
    {
        var root = JsonNode.Parse(json)!;
        var panels = Panels(root["panels"]!.AsArray()).SelectMany(panel =>
            (panel["targets"]?.AsArray() ?? []).Select(target => new DashboardExpression((string)panel["title"]!, Fill((string)target!["expr"]!))));
        var variables = root["templating"]!["list"]!.AsArray()
            .Where(variable => (string?)variable!["type"] == "query")
            .Select(variable => new DashboardExpression((string)variable!["name"]!, LabelValues((string)variable["definition"]!)));
        return new Dashboard([.. panels, .. variables]);
    }

    private static IEnumerable<JsonNode> Panels(JsonArray panels) =>
        panels.SelectMany(panel => Panels(panel!["panels"]?.AsArray() ?? []).Append(panel));

    private static string Fill(string expression)
    {
        foreach (var (variable, value) in Variables)
            expression = expression.Replace(variable, value, StringComparison.Ordinal);
        return expression.Contains('$', StringComparison.Ordinal) ? throw new FormatException($"Unknown variable in {expression}") : expression;
    }

    /// <summary><c>label_values(metric, label)</c> is Grafana's, not PromQL: its like is a count by that label.</summary>
    private static string LabelValues(string query)
    {
        var match = LabelValuesQuery().Match(query);
        return match.Success ? $"count by ({match.Groups["label"]}) ({match.Groups["metric"]})" : throw new FormatException($"Not a label_values query: {query}");
    }

    [GeneratedRegex(@"^label_values\((?<metric>\w+), *(?<label>\w+)\)$")]
    private static partial Regex LabelValuesQuery();
}
