using LeadRouter.Observability;
using LeadRouter.Observability.Exposition;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace LeadRouter.Boards.Tests;

public sealed class FloorGaugesTests
{
    private static readonly string[] OfTheFloor = ["leadrouter_leads_waiting", "leadrouter_longest_wait_seconds", "leadrouter_reps", "leadrouter_rep_connections"];

    [Fact]
    public async Task Only_who_reports_the_floor_exports_its_gauges()
    {
        var store = new MemoryStore();
        await store.CommitAsync(Given.Receive(1, Given.Monday), default);
        var (time, desks) = (new ManualTimeProvider(Given.Monday.AddMinutes(1)), new DeskService(new MemoryDocuments()));
        using var board = Given.Board(store, desks, time);
        await board.StartAsync(default);
        await using var services = new ServiceCollection().AddLogging().AddRouterMetrics().BuildServiceProvider();
        var reporter = new Reporter();
        FloorGauges.Connect(services.GetRequiredService<RouterMetrics>(), board, reporter, desks, time);
        var collector = services.GetRequiredService<PrometheusCollector>();

        var silent = collector.Scrape();
        reporter.IsReporter = true;
        var told = collector.Scrape();
        reporter.IsReporter = false;

        foreach (var gauge in OfTheFloor)
        {
            silent.ShouldNotContain(gauge);
            told.ShouldContain(gauge);
            collector.Scrape().ShouldNotContain(gauge);
        }

        told.ShouldContain("leadrouter_leads_waiting{queue=\"sales\"} 1\n");
        told.ShouldContain("leadrouter_longest_wait_seconds{queue=\"sales\"} 60\n");
    }

    private sealed class Reporter : IFloorReporter
    {
        public bool IsReporter { get; set; }
    }
}
