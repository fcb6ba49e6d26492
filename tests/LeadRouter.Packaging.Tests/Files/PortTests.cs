using LeadRouter.Packaging.Tests.Support;

namespace LeadRouter.Packaging.Tests.Files;

/// <summary>Who is called on a port listens there, and nobody is called from outside who should not be.</summary>
public sealed class PortTests
{
    private static readonly Compose Cluster = new(EnvironmentFile.FilledIn());
    private static readonly string ServerPort = new Uri(ContainerFile.Environment["LEADROUTER__Urls"]).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void The_image_says_the_ports_that_its_server_listens_on()
    {
        var siloPort = Cluster.Environment("server1")["LEADROUTER__Cluster__SiloPort"];

        ContainerFile.Last.Single(one => one.Word == "EXPOSE").Text.ShouldBe($"{ServerPort} {siloPort}");
        Repository.Read("deploy/health.sh").ShouldContain($"port=\"${{2:-{ServerPort}}}\"");
    }

    [Fact]
    public void Balancer_and_Prometheus_know_every_server_at_its_port()
    {
        var addresses = Cluster.Servers.Select(name => $"{name}:{ServerPort}").ToList();
        var balanced = Repository.Read("deploy/haproxy/haproxy.cfg").Split('\n').Select(line => line.Trim().Split(' ')).Where(words => words[0] == "server").ToList();

        addresses.Count.ShouldBe(3);
        balanced.Select(words => words[2]).ShouldBe(addresses);
        balanced.Select(words => words[1]).ShouldBe(Cluster.Servers);
        balanced.Select(words => words[^1]).ShouldBe(Cluster.Servers, "the cookie of each");
        Targets("leadrouter").ShouldBe(addresses);
    }

    [Fact]
    public void Every_server_says_its_own_name_to_the_others()
    {
        foreach (var server in Cluster.Servers)
            Cluster.Environment(server)["LEADROUTER__Cluster__AdvertisedAddress"].ShouldBe(server);
    }

    [Fact]
    public void What_the_balancer_publishes_it_listens_on()
    {
        var config = Repository.Read("deploy/haproxy/haproxy.cfg");

        foreach (var port in Cluster.Services["balancer"].Texts("ports").Select(port => port.Split(':')[^1]))
            config.ShouldContain($"bind :{port}");
        foreach (var target in Targets("balancer"))
            config.ShouldContain($"bind :{target.Split(':')[1]}");
        Cluster.Services["balancer"].Map("healthcheck").Texts("test").ShouldBe(["CMD", "health.sh", "/live", "8404"]);
    }

    [Fact]
    public void Only_balancer_and_Grafana_are_reached_from_outside_and_on_the_loopback_unless_somebody_says_else()
    {
        Cluster.Services.Where(service => service.Value.Has("ports")).Select(service => service.Key).Order().ShouldBe(["balancer", "grafana"]);
        Cluster.Services.Values.SelectMany(service => service.Texts("ports")).Select(new Compose(new Dictionary<string, string>()).Fill).ShouldAllBe(port => port.StartsWith("127.0.0.1:", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_servers_reach_the_databases()
    {
        Cluster.Networks.Map("back").Text("internal").ShouldBe("true");
        foreach (var database in new[] { "postgres", "redis" })
            Cluster.Services[database].Texts("networks").ShouldBe(["back"]);
        Cluster.Services.Where(service => service.Value.Texts("networks").Contains("back")).Select(service => service.Key).Order().ShouldBe(Cluster.Servers.Concat(["postgres", "redis"]).Order());
    }

    [Fact]
    public void Grafana_asks_Prometheus() =>
        Yaml.Read("deploy/grafana/provisioning/datasources/prometheus.yml").Maps("datasources").Single().Text("url").ShouldBe("http://prometheus:9090");

    private static IReadOnlyList<string> Targets(string job) =>
        Yaml.Read("deploy/prometheus/prometheus.yml").Maps("scrape_configs").Single(one => one.Text("job_name") == job).Maps("static_configs").Single().Texts("targets");
}
