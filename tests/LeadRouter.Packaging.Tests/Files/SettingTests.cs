using System.Text.RegularExpressions;
using LeadRouter.Packaging.Tests.Support;

namespace LeadRouter.Packaging.Tests.Files;

/// <summary>Names that are set are names that somebody reads, and what is secret has no value of ours.</summary>
public sealed partial class SettingTests
{
    private static readonly Compose Cluster = new(EnvironmentFile.FilledIn());

    [Fact]
    public void Every_setting_of_a_server_is_in_the_settings()
    {
        var known = Known();
        var set = Cluster.Servers.SelectMany(server => Cluster.Environment(server).Keys).Concat(ContainerFile.Environment.Keys)
            .Concat(UnitSetting().Matches(Repository.Read("deploy/systemd/leadrouter.service")).Select(match => match.Value))
            .Where(name => name.StartsWith("LEADROUTER__", StringComparison.Ordinal)).Select(name => name["LEADROUTER__".Length..].Replace("__", ":", StringComparison.Ordinal)).Distinct().ToList();

        set.ShouldContain("Cluster:Redis");
        set.Where(name => !known.Contains(name)).ShouldBeEmpty("docs/settings.md does not know these");
    }

    [Fact]
    public void Every_setting_named_in_the_handbook_is_in_the_settings()
    {
        var named = HandbookSetting().Matches(Repository.Read("docs/operations.md")).Select(match => match.Groups["name"].Value).Distinct().ToList();

        named.ShouldContain("Store:Postgres");
        named.Except(Known(), StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public void Every_variable_is_in_the_example_and_every_one_there_is_used() =>
        Compose.Variables().Select(variable => variable.Name).Distinct().Order().ShouldBe(EnvironmentFile.Example().Keys.Order());

    [Fact]
    public void No_password_has_a_value_that_works()
    {
        var secrets = EnvironmentFile.Example().Where(pair => pair.Key.EndsWith("_PASSWORD", StringComparison.Ordinal) || pair.Key.EndsWith("_TOKEN", StringComparison.Ordinal)).ToList();

        secrets.Count.ShouldBe(5);
        secrets.ShouldAllBe(pair => pair.Value.Length == 0);
        Compose.Variables().Where(variable => variable.Name.EndsWith("_PASSWORD", StringComparison.Ordinal)).ShouldAllBe(variable => variable.Else.StartsWith(":?", StringComparison.Ordinal));
    }

    [Fact]
    public void All_servers_are_set_alike_but_for_their_address()
    {
        var settings = Cluster.Servers.Select(server => string.Join('\n', Cluster.Environment(server).Where(pair => pair.Key != "LEADROUTER__Cluster__AdvertisedAddress").OrderBy(pair => pair.Key, StringComparer.Ordinal))).Distinct();

        settings.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_version_of_the_example_is_the_version_of_the_program() =>
        Repository.Read("Directory.Build.props").ShouldContain($"<VersionPrefix>{EnvironmentFile.Example()["LEADROUTER_VERSION"]}</VersionPrefix>");

    private static HashSet<string> Known() =>
        SettingRow().Matches(Repository.Read("docs/settings.md")).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\| `(--)?(?<name>[\w:]+)", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"`(?<name>(Store|Cluster|Engine|Bootstrap|Telephony|Accounts)(:\w+)+)`")]
    private static partial Regex HandbookSetting();

    [GeneratedRegex(@"\bLEADROUTER__\w+(?==)")]
    private static partial Regex UnitSetting();
}
