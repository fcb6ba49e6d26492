using System.Text.RegularExpressions;
using LeadRouter.Packaging.Tests.Support;

namespace LeadRouter.Packaging.Tests.Files;

/// <summary>What is copied, mounted and named is there.</summary>
public sealed class PathTests
{
    private static readonly Compose Cluster = new(EnvironmentFile.FilledIn());

    [Fact]
    public void What_is_copied_into_the_image_is_there_and_not_left_out()
    {
        var ignored = Ignored();
        var copied = ContainerFile.Copied.Select(path => path.TrimEnd('/')).ToList();

        copied.ShouldContain("src");
        copied.Where(path => !Repository.Exists(path)).ShouldBeEmpty();
        copied.Where(ignored).ShouldBeEmpty(".dockerignore leaves these out");
        ignored("src/LeadRouter.Domain/bin/Release").ShouldBeTrue();
        ignored(".env").ShouldBeTrue("passwords must not get into an image");
        ignored("data/leadrouter.db").ShouldBeTrue();
    }

    [Fact]
    public void What_is_copied_from_a_stage_is_made_there()
    {
        var stages = ContainerFile.Of("COPY").Where(rest => rest.StartsWith("--from=", StringComparison.Ordinal)).Select(rest => rest.Split(' ')[0]["--from=".Length..]);
        stages.ShouldBe(["server", "web"]);
        stages.Except(ContainerFile.Stages.Select(stage => stage.Name)).ShouldBeEmpty();
        ContainerFile.Of("RUN").ShouldContain(run => run.StartsWith("dotnet publish ", StringComparison.Ordinal) && run.EndsWith(" -o /published", StringComparison.Ordinal));
        ContainerFile.Environment["LEADROUTER__Web"].ShouldBe("/app/web");
    }

    [Fact]
    public void What_is_mounted_is_there_or_a_named_volume_that_somebody_uses()
    {
        var mounted = Cluster.Services.Values.SelectMany(service => service.Texts("volumes")).Select(mount => mount.Split(':')[0]).ToList();
        var folders = mounted.Where(source => source.StartsWith("./", StringComparison.Ordinal)).ToList();

        folders.Where(source => !Repository.Exists(source)).ShouldBeEmpty();
        mounted.Except(folders).Order().ShouldBe(Cluster.Volumes.Order());
    }

    [Fact]
    public void What_we_mount_cannot_be_written_to() =>
        Cluster.Services.Values.SelectMany(service => service.Texts("volumes")).Where(mount => mount.StartsWith("./", StringComparison.Ordinal) && !mount.EndsWith(":ro", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("deploy/health.sh")]
    [InlineData("deploy/haproxy/server.sh")]
    public async Task Scripts_can_be_run(string script) => await Commands.RunAsync($"test -x {script}");

    [Fact]
    public void Grafana_finds_the_dashboard_where_it_looks()
    {
        var mounts = Cluster.Services["grafana"].Texts("volumes").Select(mount => mount.Split(':')).ToDictionary(parts => parts[1], parts => parts[0]);
        var looksAt = Yaml.Read("deploy/grafana/provisioning/dashboards/leadrouter.yml").Maps("providers").Single().Map("options").Text("path");

        Repository.Exists(Path.Combine(mounts[looksAt], "leadrouter.json")).ShouldBeTrue();
        mounts["/etc/grafana/provisioning"].ShouldBe("./deploy/grafana/provisioning");
    }

    /// <summary>As Docker reads <c>.dockerignore</c>: the last line that fits decides, and a folder brings what is in it.</summary>
    private static Func<string, bool> Ignored()
    {
        var rules = Repository.Read(".dockerignore").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line =>
        {
            var pattern = Regex.Escape(line.TrimStart('!')).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
            return (Out: line[0] != '!', Fits: new Regex($"^{pattern}(/.*)?$"));
        }).ToList();
        return path => rules.Last(rule => rule.Fits.IsMatch(path)).Out;
    }
}
