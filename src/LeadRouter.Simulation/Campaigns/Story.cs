using System.Text.RegularExpressions;

namespace LeadRouter.Simulation.Campaigns;

/// <summary>A failing run as a story: only what concerns the lead and the reps that the violation names, and the troubles of the machine.</summary>
internal static class Story
{
    private const int MostLines = 80;
    private static readonly Regex Names = new("[0-9a-f]{32}|rep-[0-9]{2}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <param name="events">Everything that happened, a line each.</param>
    /// <param name="how">What was violated.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> events, string how)
    {
        var names = Names.Matches(how).Select(match => match.Value).Distinct().ToList();
        var lines = events.Where(line => line.Contains(" machine ", StringComparison.Ordinal) || names.Exists(name => line.Contains(name, StringComparison.Ordinal))).ToList();
        return lines.Count <= MostLines ? lines : [$"({lines.Count - MostLines} lines before)", .. lines.TakeLast(MostLines)];
    }
}
