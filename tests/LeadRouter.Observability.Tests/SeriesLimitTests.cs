namespace LeadRouter.Observability.Tests;

public sealed class SeriesLimitTests
{
    [Fact]
    public void Label_sets_beyond_the_limit_are_added_up_in_one_series_and_logged_once()
    {
        using var rig = new MetricsRig(seriesLimit: 10);
        var counter = rig.Meter.CreateCounter<int>("flood_total");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 100; i++)
                counter.Add(1, new KeyValuePair<string, object?>("source", $"made-up-{i}"));
        }

        var lines = rig.Lines("flood_total{");
        lines.Length.ShouldBe(11);
        lines.ShouldContain(@"flood_total{overflow=""true""} 180");
        lines.ShouldContain(@"flood_total{source=""made-up-0""} 2");
        rig.Log.All.Count(line => line.Contains("flood_total", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Many_threads_lose_no_measurement()
    {
        const int Threads = 4, Rounds = 20_000, Queues = 7;
        using var rig = new MetricsRig(seriesLimit: Queues);
        var counter = rig.Meter.CreateCounter<double>("busy_total");
        var histogram = rig.Meter.CreateHistogram<double>("busy_seconds");
        var scrapes = 0;
        var work = Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                var queue = new KeyValuePair<string, object?>("queue", "q" + (i % Queues));
                counter.Add(1, queue);
                histogram.Record(i % 3, queue);
            }
        })).ToArray();
        var all = Task.WhenAll(work);
        while (!all.IsCompleted)
        {
            rig.Scrape();
            scrapes++;
        }
        await all;

        Sum(rig.Lines("busy_total{")).ShouldBe(Threads * Rounds, $"after {scrapes} scrapes in between");
        Sum(rig.Lines("busy_seconds_count{")).ShouldBe(Threads * Rounds);
        rig.Lines("busy_total{").Length.ShouldBe(Queues);
    }

    private static double Sum(string[] lines) =>
        lines.Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
}
