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
        await server.AddQueuesAsync(new { id = "unworked", sla = new { firstAttemptSeconds = 5, warnAtPercent = 20, clock = "raw" } });
        await using var rep = await server.OpenRepAsync("dashboard");
        using var stop = new CancellationTokenSource();
        var work = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await server.PostLeadAsync("unworked");
                await WorkALeadAsync(rep);
            }
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

    [Fact]
    public async Task What_senders_call_themselves_is_kept_with_the_lead_and_is_no_label()
    {
        await server.AddQueuesAsync(new { id = "counted" });
        var form = await server.Admin.PostAsync<CreateSourceResponse>("/api/v1/sources", new CreateSourceRequest("autumn form", "api", "counted"));
        string[] senders = ["facebook", "first form", Guid.NewGuid().ToString()];
        var phones = senders.Select(_ => RunningServer.NewPhone()).ToArray();
        var before = await PrometheusPage.OfAsync(server.Admin);

        var leads = new List<string>();
        foreach (var (sender, phone) in senders.Zip(phones))
            leads.Add((await server.Admin.AcceptLeadAsync(form.Key, new PostLeadRequest { Phone = phone, Source = sender })).LeadId);
        await server.Admin.AcceptLeadAsync(form.Key, new PostLeadRequest { Phone = phones[0], Source = "somebody else" });

        var after = await PrometheusPage.OfAsync(server.Admin);
        double Rise(string metric, params string[] labels) => after[metric, labels] - before[metric, labels];
        Rise("leadrouter_leads_received_total").ShouldBe(3);
        Rise("leadrouter_leads_received_total", "source=\"autumn form\"", "queue=\"counted\"").ShouldBe(3);
        Rise("leadrouter_lead_repeats_total").ShouldBe(1);
        Rise("leadrouter_lead_repeats_total", "source=\"autumn form\"", "queue=\"counted\"").ShouldBe(1);
        foreach (var (lead, sender) in leads.Zip(senders))
            (await server.Admin.LeadAsync(lead)).Source.ShouldBe(sender);
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
