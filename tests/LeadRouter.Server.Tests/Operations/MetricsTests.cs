using LeadRouter.Server.Tests.Support;
using LeadRouter.TestTools;
using LeadRouter.TestTools.Metrics;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>The numbers of the real server in the real Prometheus.</summary>
public sealed class MetricsTests(AnsweringServer server) : IClassFixture<AnsweringServer>
{
    [ToolFact("promtool", "prometheus")]
    public async Task Promtool_finds_nothing_to_say()
    {
        await using var rep = await server.OpenRepAsync("promtool");
        await WorkALeadAsync(rep);

        var (code, output) = await Tools.RunAsync("promtool", ["check", "metrics"], (await PrometheusPage.OfAsync(server.Admin)).Text);

        code.ShouldBe(0, output);
        output.ShouldBeEmpty();
    }

    [ToolFact("prometheus", "prometheus")]
    public async Task Every_panel_of_the_dashboard_shows_something_of_a_working_server()
    {
        await using var rep = await server.OpenRepAsync("dashboard");
        using var stop = new CancellationTokenSource();
        var work = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await WorkALeadAsync(rep);
        });

        var answers = await DashboardCheck.EvaluateAsync(server.Address);
        await stop.CancelAsync();
        await work;

        answers.Count.ShouldBeGreaterThan(40);
        answers.Select(answer => answer.Trouble).Where(trouble => trouble is not null).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_lead_phone_or_rep_is_in_a_label()
    {
        await using var rep = await server.OpenRepAsync("private");
        var leadId = await WorkALeadAsync(rep);

        var text = (await PrometheusPage.OfAsync(server.Admin)).Text;

        text.ShouldNotContain(leadId);
        text.ShouldNotContain(rep.RepId);
        text.ShouldNotContain((await server.Admin.LeadAsync(leadId)).Phone![1..]);
    }

    [Fact]
    public async Task Requests_that_fail_are_counted_by_their_outcome()
    {
        var before = await PrometheusPage.OfAsync(server.Admin);

        await server.Anybody.PostAsync("/api/v1/leads", new { name = "no way to reach" }, server.Key);
        await server.Anybody.PostAsync("/api/v1/leads", new { phone = RunningServer.NewPhone() }, "lrk_wrong");

        var after = await PrometheusPage.OfAsync(server.Admin);
        foreach (var outcome in new[] { "invalid", "unauthorized" })
            (after["leadrouter_intake_requests_total", $"\"{outcome}\""] - before["leadrouter_intake_requests_total", $"\"{outcome}\""]).ShouldBe(1, outcome);
    }

    private async Task<string> WorkALeadAsync(RepScreen rep)
    {
        var leadId = await server.PostLeadAsync();
        await rep.AcceptAsync(leadId);
        (await rep.Desk.CallAsync(leadId)).ShouldBeDone();
        await rep.LeadInAsync(leadId, "reached");
        (await rep.Desk.CompleteAsync(leadId, new CompleteRequest { Disposition = "won", Amount = new MoneyDto(100, "ILS") })).ShouldBeDone();
        return leadId;
    }
}
