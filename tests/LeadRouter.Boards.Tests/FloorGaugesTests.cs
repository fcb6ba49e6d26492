using System.Text;
using LeadRouter.Observability;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Server.Platform.Floor;
using Microsoft.Extensions.DependencyInjection;
using Prometheus;

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
        using var floor = Given.Floor(store, desks, time);
        await floor.StartAsync(default);
        await using var services = new ServiceCollection().AddLogging().AddRouterMetrics().BuildServiceProvider();
        var reporter = new Reporter();
        new FloorGauges(floor, reporter, desks, time).Connect(services.GetRequiredService<RouterMetrics>());
        var registry = services.GetRequiredService<CollectorRegistry>();

        var silent = await ScrapeAsync(registry);
        reporter.IsReporter = true;
        var told = await ScrapeAsync(registry);
        reporter.IsReporter = false;
        var silentAgain = await ScrapeAsync(registry);

        foreach (var sample in OfTheFloor.Select(gauge => "\n" + gauge))
        {
            silent.ShouldNotContain(sample);
            told.ShouldContain(sample);
            silentAgain.ShouldNotContain(sample);
        }

        told.ShouldContain("leadrouter_leads_waiting{queue=\"sales\"} 1\n");
        told.ShouldContain("leadrouter_longest_wait_seconds{queue=\"sales\"} 60\n");
    }

    private static async Task<string> ScrapeAsync(CollectorRegistry registry)
    {
        using var text = new MemoryStream();
        await registry.CollectAndExportAsTextAsync(text);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private sealed class Reporter : IFloorReporter
    {
        public bool IsReporter { get; set; }
    }
}
