namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>Nearest rank.</summary>
internal static class Percentiles
{
    /// <summary>The smallest value that at least this share of the (sorted) values does not exceed; null when there are none.</summary>
    public static double? Of(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
