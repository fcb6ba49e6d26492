namespace LeadRouter.Packaging.Tests.Support;

/// <summary><c>.env.example</c>.</summary>
internal static class EnvironmentFile
{
    public static IReadOnlyDictionary<string, string> Example() => Repository.Read(".env.example").Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>As somebody has it who filled in what is empty and must not be.</summary>
    public static IReadOnlyDictionary<string, string> FilledIn() =>
        Example().ToDictionary(pair => pair.Key, pair => pair.Key.EndsWith("_PASSWORD", StringComparison.Ordinal) ? "made-up-" + pair.Key.ToLowerInvariant() : pair.Value, StringComparer.Ordinal);
}
