using System.Globalization;

namespace LeadRouter.Observability.Exposition;

/// <summary>A measurement's tags as labels: in the order of their names, their values texts that end somewhere.</summary>
internal static class Labels
{
    /// <summary>Label values are cut here: a label is a name, not a payload.</summary>
    public const int MaxValueLength = 128;

    public static KeyValuePair<string, object?>[] Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var tag in tags)
            labels[tag.Key] = Value(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "");
        return [.. labels];
    }

    /// <remarks>
    /// Half a surrogate pair becomes U+FFFD already here: in UTF-8 it would anyway, and two series with the same labels make
    /// Prometheus refuse the whole scrape.
    /// </remarks>
    private static string Value(string text) => string.Concat(text[..Math.Min(text.Length, MaxValueLength)].EnumerateRunes());
}
