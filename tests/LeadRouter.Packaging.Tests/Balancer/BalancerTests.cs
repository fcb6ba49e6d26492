using System.Net;
using LeadRouter.Packaging.Tests.Support;
using LeadRouter.TestSupport;

namespace LeadRouter.Packaging.Tests.Balancer;

/// <summary>The real balancer in front of stubs: who gets a request, and what is said when nobody does.</summary>
public sealed class BalancerTests : IAsyncLifetime
{
    private readonly List<StubServer> _servers = [];
    private BalancerProcess? _balancer;

    private BalancerProcess Balancer => _balancer!;

    public async Task InitializeAsync()
    {
        if (Tools.Find("haproxy") is null)
            return;
        foreach (var name in new[] { "server1", "server2", "server3" })
            _servers.Add(await StubServer.StartAsync(name));
        _balancer = await BalancerProcess.StartAsync([.. _servers.Select(server => server.Address)]);
    }

    public async Task DisposeAsync()
    {
        if (_balancer is not null)
            await _balancer.DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task A_browser_stays_at_its_server_and_leads_go_to_all_of_them()
    {
        using var browser = new HttpClient { BaseAddress = Balancer.Address };
        (await NamesAsync(browser, 12)).Distinct().ShouldHaveSingleItem();

        using var source = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Balancer.Address };
        (await NamesAsync(source, 12)).Distinct().Order().ShouldBe(["server1", "server2", "server3"]);
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task A_server_that_is_taken_out_gets_nothing_and_its_browsers_go_on_elsewhere()
    {
        using var browser = new HttpClient { BaseAddress = Balancer.Address };
        var home = await browser.GetStringAsync("/name");

        (await Balancer.ServerAsync(home, "maint")).ExitCode.ShouldBe(0);
        await Balancer.ServerIsAsync(home, "maint");
        (await NamesAsync(browser, 6)).ShouldNotContain(home);

        (await Balancer.ServerAsync(home, "ready")).ExitCode.ShouldBe(0);
        await Balancer.ServerIsAsync(home, "up");
        using var other = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Balancer.Address };
        (await NamesAsync(other, 12)).ShouldContain(home);
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task A_server_that_the_balancer_does_not_know_is_refused()
    {
        (await Balancer.ServerAsync("server9", "maint")).ShouldBe((1, "No such server.\n"));
        (await Balancer.ServerAsync("server1", "away")).ExitCode.ShouldBe(2);
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task Who_is_not_ready_gets_nothing_and_when_nobody_is_the_lead_may_be_sent_again()
    {
        using var source = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Balancer.Address };
        _servers[0].Ready = false;
        await Balancer.ServerIsAsync("server1", "down");
        (await NamesAsync(source, 12)).ShouldNotContain("server1");

        _servers[1].Ready = _servers[2].Ready = false;
        await Balancer.ServerIsAsync("server2", "down");
        await Balancer.ServerIsAsync("server3", "down");
        using var answer = await source.PostAsync("/api/v1/leads", new StringContent("{}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"store_unavailable\"");

        _servers[2].Ready = true;
        await Balancer.ServerIsAsync("server3", "up");
        (await source.GetStringAsync("/name")).ShouldBe("server3");
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task A_lead_whose_server_dies_over_it_is_not_posted_to_a_second_one()
    {
        using var source = new HttpClient { BaseAddress = Balancer.Address };

        using var answer = await source.PostAsync("/dies", new StringContent("{}"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        _servers.Sum(server => server.Posts).ShouldBe(1);
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task A_browser_cannot_say_that_it_is_somebody_else()
    {
        using var browser = new HttpClient { BaseAddress = Balancer.Address };
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "elsewhere.example") })
            browser.DefaultRequestHeaders.Add(name, value);

        (await browser.GetStringAsync("/forwarded")).Trim().ShouldBe("127.0.0.1 http");
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task The_balancers_log_holds_no_query()
    {
        using var browser = new HttpClient { BaseAddress = Balancer.Address };
        await browser.GetStringAsync("/name?access_token=made-up");

        await Eventually.TrueAsync(() => Balancer.Log.Contains("GET /name", StringComparison.Ordinal), "the request in the log");
        Balancer.Log.ShouldNotContain("made-up");
    }

    [ToolFact("haproxy", "haproxy")]
    public async Task The_balancer_exports_what_the_alerts_ask_of_it()
    {
        using var http = new HttpClient();
        var text = await http.GetStringAsync(Balancer.Metrics);

        var asked = Alerts.All.SelectMany(alert => System.Text.RegularExpressions.Regex.Matches(alert.Text("expr"), @"\bhaproxy_\w+\{proxy=""\w+""")).Select(match => match.Value).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(1);
        asked.Where(start => !text.Contains(start, StringComparison.Ordinal)).ShouldBeEmpty();
        text.ShouldContain("haproxy_backend_active_servers{proxy=\"servers\"} 3");
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(HttpClient client, int count)
    {
        var names = new List<string>();
        for (var i = 0; i < count; i++)
            names.Add(await client.GetStringAsync("/name"));
        return names;
    }
}
