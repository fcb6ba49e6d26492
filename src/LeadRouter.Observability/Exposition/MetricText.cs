namespace LeadRouter.Observability.Exposition;

/// <summary>What a metric is called and what it says about itself, as they stand in the text.</summary>
internal sealed record MetricText(string Name, string Help)
{
    /// <remarks>The registry writes help texts as they are, so that two lines would be two lines.</remarks>
    public static MetricText Of(string name, string? description) =>
        new(name, (description ?? name).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal));
}
