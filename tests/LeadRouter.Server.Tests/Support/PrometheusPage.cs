using System.Globalization;

namespace LeadRouter.Server.Tests.Support;

/// <summary>The text of <c>/metrics</c>.</summary>
internal sealed class PrometheusPage(string text)
{
    public string Text => text;

    public static async Task<PrometheusPage> OfAsync(Api api) => new(await api.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative)));

    /// <summary>Sum of the series whose name is this and whose labels contain all of these.</summary>
    public double this[string name, params string[] labels] => text.Split('\n')
        .Where(line => (line.StartsWith(name + " ", StringComparison.Ordinal) || line.StartsWith(name + "{", StringComparison.Ordinal)) && labels.All(label => line.Contains(label, StringComparison.Ordinal)))
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
