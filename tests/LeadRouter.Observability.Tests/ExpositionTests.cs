using System.Diagnostics.Metrics;
using LeadRouter.Observability.Exposition;

namespace LeadRouter.Observability.Tests;

public sealed class ExpositionTests : IDisposable
{
    private readonly MetricsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_counter_is_written_with_help_type_and_sorted_labels()
    {
        var counter = _rig.Meter.CreateCounter<long>("things_total", unit: null, "Things\nwith a \\ in them.");
        counter.Add(2, new("queue", "sales"), new("outcome", "won"));
        counter.Add(3, new("outcome", "won"), new("queue", "sales"));

        _rig.Lines("things_total").ShouldBe(
        [
            @"# HELP things_total Things\nwith a \\ in them.",
            "# TYPE things_total counter",
            @"things_total{outcome=""won"",queue=""sales""} 5",
        ]);
    }

    [Fact]
    public void Label_values_are_escaped_cut_and_survive_UTF8()
    {
        var counter = _rig.Meter.CreateCounter<int>("labels_total");
        counter.Add(1, new KeyValuePair<string, object?>("source", "a\"b\\c\nד"));
        counter.Add(1, new KeyValuePair<string, object?>("source", new string('x', 1000)));
        counter.Add(1, new KeyValuePair<string, object?>("source", new string('x', 2000)));
        counter.Add(1, new KeyValuePair<string, object?>("source", "half \ud83d"));
        counter.Add(1, new KeyValuePair<string, object?>("source", "half \ud83e"));

        var lines = _rig.Lines("labels_total{");
        lines.ShouldBe(
        [
            "labels_total{source=\"a\\\"b\\\\c\\nד\"} 1",
            "labels_total{source=\"half \ufffd\"} 2",
            $"labels_total{{source=\"{new string('x', Labels.MaxValueLength)}\"}} 2",
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_number_and_its_text_are_the_same_label()
    {
        var counter = _rig.Meter.CreateCounter<int>("statuses_total");
        counter.Add(1, new KeyValuePair<string, object?>("status", 500));
        counter.Add(1, new KeyValuePair<string, object?>("status", "500"));

        _rig.Lines("statuses_total{").ShouldBe([@"statuses_total{status=""500""} 2"]);
    }

    [Fact]
    public void A_counter_takes_nothing_that_would_make_it_fall_or_poison_it()
    {
        var counter = _rig.Meter.CreateCounter<double>("amount_total");
        counter.Add(2.5);
        counter.Add(-1);
        counter.Add(double.NaN);
        counter.Add(double.PositiveInfinity);

        _rig.Lines("amount_total").ShouldContain("amount_total 2.5");
    }

    [Fact]
    public void An_up_down_counter_is_a_gauge_and_falls()
    {
        var counter = _rig.Meter.CreateUpDownCounter<int>("open_things");
        counter.Add(5);
        counter.Add(-2);

        _rig.Lines("open_things").ShouldBe(["# HELP open_things open_things", "# TYPE open_things gauge", "open_things 3"]);
    }

    [Fact]
    public void A_gauge_keeps_its_latest_value()
    {
        var gauge = _rig.Meter.CreateGauge<double>("level");
        gauge.Record(3);
        gauge.Record(double.NegativeInfinity);

        _rig.Lines("level ").ShouldBe(["level -Infinity"], "one of the spellings that Go's ParseFloat takes");
    }

    [Fact]
    public void A_histogram_has_cumulative_buckets_a_sum_and_a_count()
    {
        var histogram = _rig.Meter.CreateHistogram("wait_seconds", unit: "s", "Waits.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1, 10] });
        foreach (var value in new[] { 0.1, 1, 1, 5, 100 })
            histogram.Record(value, new KeyValuePair<string, object?>("queue", "sales"));

        _rig.Lines("wait_seconds").ShouldBe(
        [
            "# HELP wait_seconds Waits.",
            "# TYPE wait_seconds histogram",
            @"wait_seconds_bucket{queue=""sales"",le=""0.5""} 1",
            @"wait_seconds_bucket{queue=""sales"",le=""1""} 3",
            @"wait_seconds_bucket{queue=""sales"",le=""10""} 4",
            @"wait_seconds_bucket{queue=""sales"",le=""+Inf""} 5",
            @"wait_seconds_sum{queue=""sales""} 107.1",
            @"wait_seconds_count{queue=""sales""} 5",
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_histogram_without_advice_gets_buckets_from_milliseconds_to_an_hour()
    {
        _rig.Meter.CreateHistogram<long>("plain_seconds").Record(7);

        var buckets = _rig.Lines("plain_seconds_bucket");
        buckets.Length.ShouldBe(Buckets.Sla.Count + 1);
        buckets[0].ShouldBe(@"plain_seconds_bucket{le=""0.005""} 0");
        buckets[^2].ShouldBe(@"plain_seconds_bucket{le=""3600""} 1");
    }

    [Fact]
    public void Observed_series_that_are_no_longer_reported_disappear()
    {
        string[] queues = ["sales", "service"];
        _rig.Meter.CreateObservableGauge("observed", () => queues.Select(queue => new Measurement<int>(1, new KeyValuePair<string, object?>("queue", queue))));

        _rig.Lines("observed{").Length.ShouldBe(2);
        queues = ["sales"];
        _rig.Lines("observed{").ShouldBe([@"observed{queue=""sales""} 1"]);
    }

    [Fact]
    public void What_was_not_observed_for_a_while_comes_back_under_the_limit()
    {
        using var rig = new MetricsRig(seriesLimit: 2);
        IEnumerable<Measurement<int>> Observe(int first, int count) => Enumerable.Range(first, count).Select(i => new Measurement<int>(i, new KeyValuePair<string, object?>("queue", $"q{i}")));
        var (first, count) = (1, 2);
        rig.Meter.CreateObservableGauge("moving", () => Observe(first, count));
        rig.Meter.CreateObservableGauge("bare", () => count > 0 ? [new Measurement<int>(7)] : Array.Empty<Measurement<int>>());

        rig.Lines("moving{").ShouldBe([@"moving{queue=""q1""} 1", @"moving{queue=""q2""} 2"], ignoreOrder: true);
        (first, count) = (3, 2);
        rig.Lines("moving{").ShouldBe([@"moving{queue=""q3""} 3", @"moving{queue=""q4""} 4"], ignoreOrder: true);
        (first, count) = (1, 3);
        rig.Lines("moving{").ShouldBe([@"moving{queue=""q1""} 1", @"moving{queue=""q2""} 2", @"moving{overflow=""true""} 3"], ignoreOrder: true);
        (first, count) = (1, 0);
        rig.Lines("moving{").ShouldBeEmpty();
        rig.Lines("bare ").ShouldBeEmpty();
        (first, count) = (1, 1);
        rig.Lines("moving{").ShouldBe([@"moving{queue=""q1""} 1"]);
        rig.Lines("bare ").ShouldBe(["bare 7"]);
    }

    [Fact]
    public void An_observation_that_fails_does_not_take_the_others_with_it()
    {
        _rig.Meter.CreateObservableGauge("broken", int () => throw new InvalidOperationException("no"));
        _rig.Meter.CreateObservableGauge("whole", () => 1);

        _rig.Lines("whole ").ShouldBe(["whole 1"]);
        _rig.Lines("broken").ShouldBeEmpty();
        _rig.Log.All.ShouldContain(line => line.Contains("could not be observed", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_servers_in_one_process_do_not_mix()
    {
        using var other = new MetricsRig();
        other.Metrics.Offers.Made("elsewhere", "longestIdle");

        _rig.Scrape().ShouldNotContain("elsewhere");
        other.Scrape().ShouldContain("elsewhere");
    }

    [Fact]
    public void A_name_taken_by_another_kind_is_logged_and_left_out()
    {
        _rig.Meter.CreateCounter<int>("taken_total").Add(1);
        _rig.Meter.CreateHistogram<double>("taken_total").Record(1);

        _rig.Lines("taken_total ").ShouldBe(["taken_total 1"]);
        _rig.Log.All.ShouldContain(line => line.Contains("taken_total", StringComparison.Ordinal));
    }
}
