using System.Text.RegularExpressions;
using LeadRouter.Packaging.Tests.Support;

namespace LeadRouter.Packaging.Tests.Files;

/// <summary>What the images are made of, who runs in them, and how they are found well.</summary>
public sealed partial class ImageTests
{
    private static readonly Compose Cluster = new(EnvironmentFile.FilledIn());

    [Fact]
    public void Every_image_is_of_one_exact_version()
    {
        var images = ContainerFile.Stages.Select(stage => stage.Image).Concat(Cluster.Services.Values.Select(service => Cluster.Fill(service.Text("image")))).ToList();

        images.Count.ShouldBeGreaterThan(8);
        images.Where(image => !Pinned().IsMatch(image)).ShouldBeEmpty("these may be another image tomorrow");
    }

    [Fact]
    public void The_program_does_not_run_as_root_and_cannot_change_itself()
    {
        ContainerFile.Last.Last(one => one.Word == "USER").Text.ShouldBe("$APP_UID");
        ContainerFile.Last.ShouldNotContain(one => one.Word == "COPY" && one.Text.Contains("--chown", StringComparison.Ordinal));
    }

    [Fact]
    public void The_data_is_in_a_volume_that_the_programs_user_owns()
    {
        ContainerFile.Last.ShouldContain(("VOLUME", ContainerFile.Environment["LEADROUTER__Data"]));
        ContainerFile.Last.ShouldContain(one => one.Word == "RUN" && one.Text == $"install -d -o $APP_UID -g $APP_UID -m 0750 {ContainerFile.Environment["LEADROUTER__Data"]}");
    }

    [Fact]
    public void Everything_that_runs_is_checked_for_its_health()
    {
        ContainerFile.Last.ShouldContain(one => one.Word == "HEALTHCHECK" && one.Text.Contains("/health/live", StringComparison.Ordinal));
        foreach (var (name, service) in Cluster.Services)
            service.Map("healthcheck").Texts("test").ShouldNotBeEmpty($"{name} has no health check");
    }

    [Fact]
    public void Who_needs_another_waits_until_it_is_well()
    {
        foreach (var server in Cluster.Servers)
            NeedsHealthy(server, "postgres", "redis");
        NeedsHealthy("balancer", [.. Cluster.Servers]);
        NeedsHealthy("grafana", "prometheus");
    }

    [Fact]
    public void Nothing_grows_without_a_limit()
    {
        foreach (var (name, service) in Cluster.Services)
            service.Map("logging").Map("options").Text("max-size").ShouldNotBeEmpty($"the log of {name}");
        Cluster.Services["prometheus"].Texts("command").ShouldContain(argument => argument.StartsWith("--storage.tsdb.retention.size=", StringComparison.Ordinal));
    }

    private static void NeedsHealthy(string who, params string[] whom)
    {
        var needs = Cluster.Services[who].Map("depends_on");
        needs.Keys.Order().ShouldBe(whom.Order(), who);
        needs.Keys.ShouldAllBe(name => needs.Map(name).Text("condition") == "service_healthy");
    }

    /// <summary>Three numbers, or two for PostgreSQL, whose second is the last.</summary>
    [GeneratedRegex(@"^(postgres:\d+\.\d+|[\w./-]+:v?\d+\.\d+\.\d+(-[a-z]+)*)$")]
    private static partial Regex Pinned();
}
