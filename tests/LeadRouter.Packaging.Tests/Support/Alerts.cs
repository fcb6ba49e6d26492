namespace LeadRouter.Packaging.Tests.Support;

/// <summary>The rules of <c>deploy/prometheus/alerts.yml</c>.</summary>
internal static class Alerts
{
    public static IReadOnlyList<YamlMap> All { get; } = [.. Yaml.Read("deploy/prometheus/alerts.yml").Maps("groups").SelectMany(group => group.Maps("rules"))];
}
