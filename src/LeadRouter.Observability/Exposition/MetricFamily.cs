using System.Collections.Concurrent;
using System.Text;

namespace LeadRouter.Observability.Exposition;

/// <summary>A metric with all its series. Recording takes one lookup and one interlocked write.</summary>
internal sealed class MetricFamily
{
    private const string OverflowLabels = "overflow=\"true\"";

    private readonly Func<string, Series> _create;
    private readonly int _limit;
    private readonly Action<string> _onOverflow;
    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> _byTags = new(TagComparer.Instance);
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookup;
    private int _admitted;
    private int _remembered;
    private int _overflowed;

    /// <param name="limit">Most series, without the one that takes the overflow.</param>
    /// <param name="create">Makes a series from its rendered labels.</param>
    /// <param name="onOverflow">Told the metric's name, once.</param>
    public MetricFamily(string name, string help, MetricKind kind, bool observed, int limit, Func<string, Series> create, Action<string> onOverflow)
    {
        (Name, Help, Kind, Observed) = (name, help, kind, observed);
        (_limit, _create, _onOverflow) = (limit, create, onOverflow);
        _lookup = _byTags.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
    }

    public string Name { get; }
    public string Help { get; }
    public MetricKind Kind { get; }

    /// <summary>True when the values are asked for at every scrape and are not pushed.</summary>
    public bool Observed { get; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _lookup.TryGetValue(tags, out var known) ? known : Resolve(tags);
        series.Record(value);
    }

    /// <summary>Forgets everything, so that the next observation shows only what exists now.</summary>
    public void Clear()
    {
        _byTags.Clear();
        _series.Clear();
        _admitted = _remembered = 0;
    }

    public void Write(StringBuilder output)
    {
        if (_series.IsEmpty)
            return;
        output.Append("# HELP ").Append(Name).Append(' ').Append(PrometheusText.Help(Help)).Append('\n');
        output.Append("# TYPE ").Append(Name).Append(' ').Append(TypeName(Kind)).Append('\n');
        foreach (var (_, series) in _series.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            series.Write(output, Name);
    }

    /// <summary>The way of a label set that has not been seen: it is rendered, and may turn out to be one we have.</summary>
    private Series Resolve(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = PrometheusText.Labels(tags);
        if (!_series.TryGetValue(labels, out var series))
            series = Admit(labels);
        Remember(tags, series);
        return series;
    }

    private Series Admit(string labels)
    {
        if (Interlocked.Increment(ref _admitted) <= _limit)
        {
            var made = _create(labels);
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
        return _series.GetOrAdd(OverflowLabels, _create);
    }

    /// <summary>Spares the rendering next time; bounded, and never keeps a long text alive.</summary>
    private void Remember(ReadOnlySpan<KeyValuePair<string, object?>> tags, Series series)
    {
        foreach (var tag in tags)
        {
            if (tag.Value is string { Length: > PrometheusText.MaxLabelValueLength })
                return;
        }
        if (Interlocked.Increment(ref _remembered) <= 2 * _limit)
            _lookup.TryAdd(tags, series);
        else
            Interlocked.Decrement(ref _remembered);
    }

    private static string TypeName(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
