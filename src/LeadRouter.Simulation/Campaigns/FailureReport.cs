using System.Globalization;
using System.Reflection;

namespace LeadRouter.Simulation.Campaigns;

/// <summary>What is told of a run that violated an invariant: what went before, what it was, and how to see it again.</summary>
internal static class FailureReport
{
    /// <param name="shortest">The shortest run with the same violation.</param>
    /// <param name="story">What of it concerns those whom the violation names.</param>
    public static IReadOnlyList<string> Lines(CampaignOptions options, RunResult result, SimulationOptions shortest, IReadOnlyList<string> story)
    {
        var commit = typeof(FailureReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        var days = options.Days.ToString(CultureInfo.InvariantCulture);
        return
        [
            .. result.LastEvents,
            "",
            $"seed {result.Seed} at {commit}: {result.World}; run hash {result.Hash}",
            $"VIOLATED {result.Invariant}: {result.How}",
            "",
            "the shortest story:",
            .. story,
            $"replay: {Command(options.Of(result.Seed))}",
            $"shortest: {Command(shortest)}",
            $"keep it: a test in SeedTests, named by what was wrong: StaysClean(seed: {result.Seed}, days: {days}, withFaults: {(options.WithFaults ? "true" : "false")})",
        ];
    }

    private static string Command(SimulationOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"./leadrouter simulate --seeds 1 --first-seed {options.Seed} --days {options.Days} --faults {(options.WithFaults ? "on" : "off")}{(options.Without.Count > 0 ? " --without " : "")}{string.Join(' ', options.Without)}");

    /// <summary>Writes the report into the folder, which is made when it is missing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Save(DirectoryInfo folder, RunResult result, IReadOnlyList<string> lines)
    {
        folder.Create();
        var file = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"seed-{result.Seed}.txt"));
        File.WriteAllLines(file, lines);
        return file;
    }
}
