using LeadRouter.TestTools;

namespace LeadRouter.Observability.Tests;

public sealed class RouterMetricsTests : IDisposable
{
    private readonly MetricsRig _rig = new();

    public RouterMetricsTests()
    {
        SampleMeasurements.Observe(_rig.Metrics);
        SampleMeasurements.Record(_rig.Metrics);
    }

    public void Dispose() => _rig.Dispose();

    [ToolFact("promtool", "prometheus")]
    public async Task A_scrape_of_everything_passes_promtool()
    {
        var (exitCode, output) = await Tools.RunAsync("promtool", ["check", "metrics"], _rig.Scrape());

        output.Trim().ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public void Every_metric_has_a_description_and_a_legal_suffix()
    {
        var lines = _rig.Scrape().Split('\n');
        var help = lines.Where(line => line.StartsWith("# HELP ", StringComparison.Ordinal)).Select(line => line.Split(' ', 4)).ToArray();
        var counters = lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal) && line.EndsWith(" counter", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToArray();

        help.Length.ShouldBeGreaterThan(30);
        help.ShouldAllBe(parts => parts[3].EndsWith('.'));
        counters.ShouldAllBe(name => name.EndsWith("_total", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(@"leadrouter_leads_received_total{queue=""sales"",source=""landing page""} 1")]
    [InlineData(@"leadrouter_leads_received_total{queue=""sales"",source=""none""} 1")]
    [InlineData(@"leadrouter_leads_closed_total{outcome=""notReachable"",queue=""sales""} 0")]
    [InlineData(@"leadrouter_routing_decisions_total{queue=""sales"",rule=""fewestToday""} 1")]
    [InlineData(@"leadrouter_offers_ended_total{outcome=""rescinded"",queue=""sales""} 1")]
    [InlineData(@"leadrouter_deals_total{queue=""sales""} 2")]
    [InlineData(@"leadrouter_deal_amount_total{currency=""ILS"",queue=""sales""} 1499.9")]
    [InlineData(@"leadrouter_time_to_first_attempt_seconds_bucket{proof=""carrier"",queue=""sales"",le=""15""} 1")]
    [InlineData(@"leadrouter_time_to_first_attempt_seconds_sum{proof=""manual"",queue=""sales""} 0")]
    [InlineData(@"leadrouter_intake_requests_total{outcome=""too_large""} 1")]
    [InlineData(@"leadrouter_intake_requests_total{outcome=""unavailable""} 0")]
    [InlineData(@"leadrouter_http_errors_total{status=""503""} 1")]
    [InlineData("leadrouter_store_healthy 1")]
    [InlineData(@"leadrouter_reps{state=""talking""} 4")]
    public void The_catalogue_writes(string line) => _rig.Scrape().Split('\n').ShouldContain(line);

    [Theory]
    [InlineData("process_cpu_seconds_total", 0.001)]
    [InlineData("process_resident_memory_bytes", 1e6)]
    [InlineData("process_start_time_seconds", 1.7e9)]
    [InlineData("dotnet_gc_heap_bytes", 0)]
    public void The_process_reports(string metric, double least)
    {
        var line = _rig.Lines(metric + " ").ShouldHaveSingleItem();
        double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(least);
    }

    [Fact]
    public void Answers_below_500_are_no_errors() => _rig.Scrape().ShouldNotContain(@"status=""200""");
}
