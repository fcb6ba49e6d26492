using LeadRouter.Packaging.Tests.Support;

namespace LeadRouter.Packaging.Tests.Files;

/// <summary>Alerts fire when they should and say what to do.</summary>
public sealed class AlertTests
{
    public static TheoryData<string> Names => [.. Alerts.All.Select(alert => alert.Text("alert"))];

    [Theory, MemberData(nameof(Names))]
    public void An_alert_says_what_is_wrong_how_bad_it_is_and_what_to_do(string name)
    {
        var alert = Alerts.All.Single(alert => alert.Text("alert") == name);

        alert.Map("labels").Text("severity").ShouldBeOneOf("critical", "warning");
        alert.Map("annotations").Text("summary").ShouldEndWith(".");
        alert.Map("annotations").Text("runbook").ShouldEndWith(".");
    }

    [ToolFact("promtool", "prometheus")]
    public async Task Promtool_finds_nothing_to_say_about_the_configuration()
    {
        var (code, output) = await Tools.RunAsync("promtool", ["check", "config", Repository.PathOf("deploy/prometheus/prometheus.yml")], "");

        code.ShouldBe(0, output);
        output.ShouldContain($"{Alerts.All.Count} rules found");
    }

    [ToolFact("promtool", "prometheus")]
    public async Task Every_alert_fires_in_its_trouble_and_none_in_calm()
    {
        var scenarios = Repository.PathOf("tests/LeadRouter.Packaging.Tests/alerts.test.yml");
        var tested = await File.ReadAllTextAsync(scenarios);

        Alerts.All.Select(alert => alert.Text("alert")).Where(name => !tested.Contains($"alertname: {name}\n", StringComparison.Ordinal)).ShouldBeEmpty("no scenario has these");
        var (code, output) = await Tools.RunAsync("promtool", ["test", "rules", scenarios], "");
        code.ShouldBe(0, output);
    }
}
