using LeadRouter.TestTools;
using LeadRouter.TestTools.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Observability.Tests;

public sealed class DashboardTests
{
    [ToolFact("prometheus", "prometheus")]
    public async Task Every_expression_shows_a_number()
    {
        await using var server = await StartServerAsync();

        var answers = await DashboardCheck.EvaluateAsync(new Uri(server.Urls.Single()));

        answers.Count.ShouldBeGreaterThan(40);
        answers.Select(answer => answer.TroubleOrNoNumber).Where(trouble => trouble is not null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_metric_of_the_catalogue_is_on_the_dashboard()
    {
        using var rig = new MetricsRig();
        SampleMeasurements.Observe(rig.Metrics);
        SampleMeasurements.Record(rig.Metrics);
        var metrics = rig.Scrape().Split('\n').Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToArray();
        var shown = string.Join('\n', Dashboard.Load().Expressions.Select(expression => expression.Expression));

        metrics.ShouldNotBeEmpty();
        metrics.Where(metric => !shown.Contains(metric, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_UnknownVariable_Throws() =>
        Should.Throw<FormatException>(() => Dashboard.Parse("""{"panels":[{"title":"A","targets":[{"expr":"up{a=\"$b\"}"}]}],"templating":{"list":[]}}"""));

    [Fact]
    public void Parse_FoldedRow_IsLookedInto() =>
        Dashboard.Parse("""{"panels":[{"title":"Row","panels":[{"title":"A","targets":[{"expr":"rate(x[$__rate_interval])"}]}]}],"templating":{"list":[]}}""")
            .Expressions.ShouldBe([new DashboardExpression("A", "rate(x[1m])")]);

    private static async Task<WebApplication> StartServerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouterMetrics();
        var app = builder.Build();
        var metrics = app.Services.GetRequiredService<RouterMetrics>();
        SampleMeasurements.Observe(metrics);
        // Between one scrape and the next something happens, so that there are rates.
        app.Use((context, next) =>
        {
            SampleMeasurements.Record(metrics);
            return next(context);
        });
        app.MapPrometheusMetrics();
        await app.StartAsync();
        return app;
    }
}
