using System.Text;

namespace LeadRouter.Observability.Exposition;

/// <summary>One label set of a metric and its current value.</summary>
internal abstract class Series(string labels)
{
    /// <summary>Rendered, without braces; empty when there are none.</summary>
    public string Labels { get; } = labels;

    /// <summary>Takes a measurement; called by many threads at once.</summary>
    public abstract void Record(double value);

    /// <summary>Appends the sample lines.</summary>
    public abstract void Write(StringBuilder output, string name);

    protected void WriteSample(StringBuilder output, string name, string extraLabel, double value)
    {
        output.Append(name);
        if (Labels.Length + extraLabel.Length > 0)
        {
            output.Append('{').Append(Labels);
            if (Labels.Length > 0 && extraLabel.Length > 0)
                output.Append(',');
            output.Append(extraLabel).Append('}');
        }
        output.Append(' ').Append(PrometheusText.Number(value)).Append('\n');
    }
}

/// <summary>Adds measurements up: counters and up-down counters.</summary>
/// <param name="labels">The rendered labels.</param>
/// <param name="monotone">A counter: what would make it fall is not taken.</param>
internal sealed class SumSeries(string labels, bool monotone) : Series(labels)
{
    private AtomicDouble _sum;

    public override void Record(double value)
    {
        if (double.IsFinite(value) && (value >= 0 || !monotone))
            _sum.Add(value);
    }

    public override void Write(StringBuilder output, string name) => WriteSample(output, name, "", _sum.Value);
}

/// <summary>Keeps the latest measurement: gauges, and observed counters, which report their total.</summary>
internal sealed class LatestSeries(string labels) : Series(labels)
{
    private AtomicDouble _latest;

    public override void Record(double value) => _latest.Value = value;

    public override void Write(StringBuilder output, string name) => WriteSample(output, name, "", _latest.Value);
}
