using System.Text.RegularExpressions;
using LeadRouter.Packaging.Tests.Support;
using LeadRouter.TestTools.Metrics;

namespace LeadRouter.Packaging.Tests.Files;

/// <summary>Rules and dashboard ask for what a server exports, and look at several servers rightly.</summary>
public sealed partial class MetricTests
{
    public static TheoryData<string> Expressions() => [.. Alerts.All.Select(alert => alert.Text("expr")).Concat(Dashboard.Load().Expressions.Select(panel => panel.Expression)).Distinct()];

    [Theory, MemberData(nameof(Expressions))]
    public void Every_metric_is_one_that_is_exported(string expression)
    {
        var exported = Exported();

        Metric().Matches(expression).Select(match => match.Value).Where(name => !exported.Contains(name)).ShouldBeEmpty();
    }

    /// <summary>A rate of one server is never the rate; the sum is over rates, for a sum of counters falls when a server starts again.</summary>
    [Theory, MemberData(nameof(Expressions))]
    public void What_is_counted_at_each_server_is_summed(string expression) =>
        Rate().Matches(expression).Select(match => expression[..match.Index].TrimEnd()).Where(before => !Summed().IsMatch(before)).ShouldBeEmpty(expression);

    [Fact]
    public void The_expressions_are_found() => Expressions().ShouldContain("min(leadrouter_store_healthy)");

    /// <summary>Every name in the catalogue, with what a histogram is asked by. The balancer's are checked against a running one.</summary>
    private static HashSet<string> Exported()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("src/LeadRouter.Observability"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText);
        var names = sources.SelectMany(source => Literal().Matches(source)).Select(match => match.Groups["name"].Value).ToList();
        names.Count.ShouldBeGreaterThan(40);
        return [.. names, .. names.Where(name => !name.EndsWith("_total", StringComparison.Ordinal)).SelectMany(name => new[] { name + "_bucket", name + "_sum", name + "_count" })];
    }

    [GeneratedRegex("\"(?<name>(leadrouter|process|dotnet)_\\w+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b(leadrouter|process|dotnet)_\w+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"\b(rate|increase)\(")]
    private static partial Regex Rate();

    [GeneratedRegex(@"\bsum( by \([\w, ]+\))? ?\($")]
    private static partial Regex Summed();
}
