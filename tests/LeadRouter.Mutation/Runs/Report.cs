using System.Globalization;

namespace LeadRouter.Mutation.Runs;

/// <summary>The shares that were noticed, and who was noticed by nothing.</summary>
internal static class Report
{
    public static IEnumerable<string> Lines(IReadOnlyList<Fate> fates) =>
    [
        "| | mutants | noticed by tests | executed by the simulator | of these noticed by it | noticed by either |",
        "|---|---|---|---|---|---|",
        .. fates.GroupBy(fate => Project(fate.Mutant.File)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Row(group.Key, [.. group])),
        Row("all", fates),
        "",
        "Noticed by nothing:",
        .. fates.Where(fate => fate.Survived).OrderBy(fate => fate.Mutant.File, StringComparer.Ordinal).ThenBy(fate => fate.Mutant.Line).Select(fate => $"- {fate}"),
    ];

    private static string Row(string name, IReadOnlyList<Fate> fates)
    {
        var executed = fates.Where(fate => fate.Simulator != Notice.Unreached).ToList();
        return $"| {name} | {fates.Count} | {Share(fates, fate => fate.Tests == Notice.Noticed)} | {executed.Count} | {Share(executed, fate => fate.Simulator == Notice.Noticed)} | {Share(fates, fate => !fate.Survived)} |";
    }

    private static string Share(IReadOnlyList<Fate> fates, Func<Fate, bool> isOne)
    {
        var count = fates.Count(isOne);
        return fates.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{count} ({100.0 * count / fates.Count:0} %)");
    }

    private static string Project(string file) => file.Split('/')[1]["LeadRouter.".Length..];
}
