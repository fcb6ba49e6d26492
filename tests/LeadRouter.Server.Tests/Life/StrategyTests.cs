using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Life;

/// <summary>A queue's strategy, as it is set, as it works, and as it is counted.</summary>
[Collection(LifeOnOneServer.Name)]
public sealed class StrategyTests(LifeServer server)
{
    [Fact]
    public async Task By_fewest_leads_today_who_has_had_fewer_goes_before_who_is_idle_for_longer()
    {
        await server.AddQueuesAsync(new { id = "fair", strategy = "fewestToday", offerSeconds = 60 });
        await using var busy = await server.OpenRepAsync("fair-busy", "fair");
        var first = await server.PostLeadAsync("fair");
        await busy.AcceptAsync(first);
        (await busy.Desk.CompleteAsync(first, new CompleteRequest { Disposition = "notInterested" })).ShouldBeDone();
        await using var fresh = await server.OpenRepAsync("fair-fresh", "fair");

        var second = await server.PostLeadAsync("fair");

        await fresh.AcceptAsync(second);
        var decision = (await server.Admin.LeadAsync(second)).Decisions.ShouldHaveSingleItem();
        (decision.Rule, decision.Eligible[0]).ShouldBe(("fewestToday", fresh.RepId));
        (await PrometheusPage.OfAsync(server.Admin))["leadrouter_routing_decisions_total", "queue=\"fair\",rule=\"fewestToday\""].ShouldBe(2);
    }
}
