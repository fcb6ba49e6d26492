using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Threading.Channels;

namespace LeadRouter.Packaging.Tests.Natively;

/// <summary>What the Compose file starts, started without containers, used through the balancer, and taken from version to version as the handbook says.</summary>
public sealed class ComposeNativelyTests
{
    private const string RepPassword = "test-rep-password";

    private int _phones;

    [ClusterFact]
    public async Task A_lead_that_any_server_takes_rings_at_a_desk_behind_the_balancer()
    {
        await using var cluster = await NativeCluster.StartAsync();
        using var admin = await SignInAsync(cluster);
        var offers = Channel.CreateUnbounded<OfferDto>();
        await using var desk = await OpenDeskAsync(cluster, admin, offer => offers.Writer.TryWrite(offer));

        var posted = new List<string>();
        foreach (var (name, server) in cluster.Servers)
        {
            using var source = new Api(server.Address);
            posted.Add((await source.AcceptLeadAsync(cluster.IntakeKey, Lead())).LeadId);
            var offer = await offers.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            offer.Lead.LeadId.ShouldBe(posted[^1], $"the lead that {name} took");
            (await desk.AcceptAsync(offer.OfferId)).Ok.ShouldBeTrue();
            (await desk.CompleteAsync(offer.Lead.LeadId, new CompleteRequest { Disposition = "notInterested" })).Ok.ShouldBeTrue();
        }

        foreach (var server in cluster.Servers.Values)
            await ReadsAllAsync(server.Address, cluster.AdminPassword, posted);
    }

    [ClusterFact]
    public async Task Servers_are_started_anew_one_by_one_and_no_lead_is_turned_away()
    {
        await using var cluster = await NativeCluster.StartAsync();
        using var source = new Api(cluster.Balancer.Address);
        var accepted = new ConcurrentBag<string>();
        var refused = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            while (!stop.IsCancellationRequested)
            {
                await pace.WaitForNextTickAsync();
                using var answer = await source.PostLeadAsync(cluster.IntakeKey, Lead());
                var said = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.Accepted)
                    accepted.Add(System.Text.Json.JsonSerializer.Deserialize<PostLeadResponse>(said, Api.Json)!.LeadId);
                else
                    refused.Add($"{(int)answer.StatusCode} {said}");
            }
        })).ToList();

        foreach (var (name, server) in cluster.Servers)
        {
            await FlowsAsync(accepted);
            (await cluster.Balancer.ServerAsync(name, "maint")).ExitCode.ShouldBe(0);
            await cluster.Balancer.ServerIsAsync(name, "maint");
            await FlowsAsync(accepted);
            (await server.StopAsync()).ShouldBe(0, server.Output);
            await FlowsAsync(accepted);
            await server.StartAgainAsync();
            (await cluster.Balancer.ServerAsync(name, "ready")).ExitCode.ShouldBe(0);
            await cluster.Balancer.ServerIsAsync(name, "up");
        }

        await FlowsAsync(accepted);
        await stop.CancelAsync();
        await Task.WhenAll(senders);
        refused.ShouldBeEmpty();
        await ReadsAllAsync(cluster.Balancer.Address, cluster.AdminPassword, accepted);
    }

    /// <summary>Waits for some more leads, so that each step happens under load.</summary>
    private static async Task FlowsAsync(ConcurrentBag<string> accepted)
    {
        var before = accepted.Count;
        await TestSupport.Eventually.TrueAsync(() => accepted.Count >= before + 10, "10 leads more");
    }

    private PostLeadRequest Lead() => new() { Name = "Dana Levi", Phone = string.Create(CultureInfo.InvariantCulture, $"+97252{4_000_000 + Interlocked.Increment(ref _phones):D7}") };

    private static async Task ReadsAllAsync(Uri address, string password, IEnumerable<string> leads)
    {
        using var api = new Api(address);
        await api.SignInAsync("admin", password);
        foreach (var leadId in leads)
            (await api.LeadAsync(leadId)).LeadId.ShouldBe(leadId);
    }

    private static async Task<Api> SignInAsync(NativeCluster cluster)
    {
        var api = new Api(cluster.Balancer.Address);
        await api.SignInAsync("admin", cluster.AdminPassword);
        return api;
    }

    private static async Task<RepClient> OpenDeskAsync(NativeCluster cluster, Api admin, Action<OfferDto> onOffer)
    {
        await admin.PostAsync<CreateRepResponse>("/api/v1/reps", new CreateRepRequest { User = "rep", Password = RepPassword, Name = "Rep" });
        using var rep = new Api(cluster.Balancer.Address);
        var desk = await RepClient.ConnectAsync(cluster.Balancer.Address, await rep.SignInAsync("rep", RepPassword), client => client.OfferMade += onOffer);
        (await desk.SetPresenceAsync("available")).Ok.ShouldBeTrue();
        return desk;
    }
}

/// <summary>A test that needs PostgreSQL, Redis and HAProxy; skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = NativeCluster.Hindrance;
}
