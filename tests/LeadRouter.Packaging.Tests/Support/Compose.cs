using System.Text.RegularExpressions;

namespace LeadRouter.Packaging.Tests.Support;

/// <summary><c>docker-compose.yml</c>, with the variables of an environment filled in as Compose does.</summary>
internal sealed partial class Compose
{
    private readonly IReadOnlyDictionary<string, string> _variables;

    /// <param name="variables">What stands in <c>.env</c>.</param>
    public Compose(IReadOnlyDictionary<string, string> variables)
    {
        _variables = variables;
        var file = Yaml.Read("docker-compose.yml");
        Volumes = [.. file.Map("volumes").Keys];
        Networks = file.Map("networks");
        var services = file.Map("services");
        Services = services.Keys.ToDictionary(name => name, services.Map, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, YamlMap> Services { get; }

    public IReadOnlyList<string> Volumes { get; }

    public YamlMap Networks { get; }

    /// <summary>The LeadRouter servers.</summary>
    public IEnumerable<string> Servers => Services.Keys.Where(name => name.StartsWith("server", StringComparison.Ordinal));

    /// <summary>Every variable that is asked for: its name, and <c>-</c> or <c>:?</c> and the like with what follows.</summary>
    public static IEnumerable<(string Name, string Else)> Variables() =>
        Variable().Matches(Repository.Read("docker-compose.yml")).Select(match => (match.Groups["name"].Value, match.Groups["else"].Value)).Distinct();

    /// <summary>A service's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment(string service)
    {
        var environment = Services[service].Map("environment");
        return environment.Keys.ToDictionary(name => name, name => Fill(environment.Text(name)), StringComparer.Ordinal);
    }

    /// <summary>A text with its variables filled in.</summary>
    public string Fill(string text) => Variable().Replace(text, match =>
    {
        var value = _variables.GetValueOrDefault(match.Groups["name"].Value, "");
        if (value.Length > 0)
            return value;
        var otherwise = match.Groups["else"].Value;
        return otherwise.StartsWith(":-", StringComparison.Ordinal) ? otherwise[2..] : throw new InvalidOperationException($"{match.Value} is not set.");
    });

    [GeneratedRegex(@"(?<!\$)\$\{(?<name>\w+)(?<else>[^}]*)\}")]
    private static partial Regex Variable();
}
