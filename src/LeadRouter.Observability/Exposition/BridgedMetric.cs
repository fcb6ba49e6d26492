using System.Collections.Concurrent;
using Prometheus;

namespace LeadRouter.Observability.Exposition;

/// <summary>A metric and its series, found by a measurement's tags: recording takes one lookup and the registry's interlocked write.</summary>
internal sealed class BridgedMetric
{
    private static readonly KeyValuePair<string, object?>[] OverflowLabels = [new("overflow", "true")];

    private readonly Func<string[], string[], Series> _create;
    private readonly int _limit;
    private readonly Action<string> _onOverflow;
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> _series = new(TagComparer.Instance);
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookup;
    private ChildBase[] _before = [];
    private int _admitted;
    private int _remembered;
    private int _overflowed;

    /// <param name="limit">Most series, without the one that takes the overflow.</param>
    /// <param name="onOverflow">Told the metric's name, once.</param>
    public BridgedMetric(MetricFactory registry, MetricText text, InstrumentShape shape, bool observed, int limit, Action<string> onOverflow)
    {
        (Name, Kind, Observed) = (text.Name, shape.Kind, observed);
        (_limit, _onOverflow) = (limit, onOverflow);
        _create = (names, values) => shape.NewSeries(registry, text, names, values);
        _lookup = _series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
    }

    public string Name { get; }
    public Type Kind { get; }

    /// <summary>True when the values are asked for at every scrape and are not pushed.</summary>
    public bool Observed { get; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _lookup.TryGetValue(tags, out var known) ? known : Resolve(tags);
        series.Record(value);
    }

    /// <summary>Before an observation: what it reports counts from none towards the limit.</summary>
    public void BeginObservation()
    {
        _before = Children();
        _series.Clear();
        _admitted = _remembered = 0;
    }

    /// <summary>After an observation: what it no longer reported goes, and not before, since another scrape may be reading.</summary>
    public void EndObservation()
    {
        foreach (var gone in _before.Except(Children()))
            gone.Remove();
    }

    private ChildBase[] Children() => [.. _series.Values.Select(series => series.Child).Distinct()];

    /// <summary>The way of tags that have not been seen: as labels they may turn out to be ones we have.</summary>
    private Series Resolve(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels.Of(tags);
        if (!_series.TryGetValue(labels, out var series))
            series = Admit(labels);
        Remember(tags, series);
        return series;
    }

    private Series Admit(KeyValuePair<string, object?>[] labels)
    {
        if (Interlocked.Increment(ref _admitted) <= _limit)
        {
            var made = Create(labels);
            if (_series.TryAdd(labels, made))
                return made;
        }
        Interlocked.Decrement(ref _admitted);
        return _series.TryGetValue(labels, out var other) ? other : Overflow();
    }

    private Series Overflow()
    {
        if (Interlocked.Exchange(ref _overflowed, 1) == 0)
            _onOverflow(Name);
        return _series.GetOrAdd(OverflowLabels, Create);
    }

    /// <remarks>Two threads may come here with the same labels: the registry gives both the same child.</remarks>
    private Series Create(KeyValuePair<string, object?>[] labels) =>
        _create([.. labels.Select(label => label.Key)], [.. labels.Select(label => (string)label.Value!)]);

    /// <summary>Spares the labels next time; bounded, and never keeps a long text alive.</summary>
    private void Remember(ReadOnlySpan<KeyValuePair<string, object?>> tags, Series series)
    {
        foreach (var tag in tags)
        {
            if (tag.Value is string { Length: > Labels.MaxValueLength })
                return;
        }
        if (Interlocked.Increment(ref _remembered) > 2 * _limit || !_lookup.TryAdd(tags, series))
            Interlocked.Decrement(ref _remembered);
    }
}
