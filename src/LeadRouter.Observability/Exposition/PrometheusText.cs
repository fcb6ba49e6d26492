using System.Globalization;
using System.Text;

namespace LeadRouter.Observability.Exposition;

/// <summary>
/// The rules of the text exposition format 0.0.4:
/// names, escaping and numbers (prometheus.io/docs/instrumenting/exposition_formats).
/// </summary>
internal static class PrometheusText
{
    /// <summary>Label values are cut here: a label is a name, not a payload.</summary>
    public const int MaxLabelValueLength = 128;

    /// <summary>A legal metric or label name; what is not a letter, digit or underscore becomes an underscore.</summary>
    public static string Name(string name)
    {
        var text = string.Create(name.Length, name, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
        });
        return text.Length == 0 || char.IsAsciiDigit(text[0]) ? "_" + text : text;
    }

    /// <summary>Labels without their braces, in the order of their names: <c>outcome="won",queue="sales"</c>.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
            labels[Name(tag.Key)] = LabelValue(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "");
        return string.Join(',', labels.Select(label => $"{label.Key}=\"{label.Value}\""));
    }

    /// <summary>An escaped label value that survives UTF-8: half a surrogate pair becomes U+FFFD.</summary>
    public static string LabelValue(string value)
    {
        var text = new StringBuilder(Math.Min(value.Length, MaxLabelValueLength));
        foreach (var rune in value.AsSpan(0, Math.Min(value.Length, MaxLabelValueLength)).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' => text.Append(@"\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append(@"\n"),
                _ => text.Append(rune.ToString()),
            };
        }
        return text.ToString();
    }

    /// <summary>A help text on one line.</summary>
    public static string Help(string help) =>
        help.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>A number as Go's ParseFloat reads it.</summary>
    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
