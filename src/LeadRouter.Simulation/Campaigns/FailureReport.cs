using System.Globalization;
using System.Reflection;

namespace LeadRouter.Simulation.Campaigns;

/// <summary>What is told of a run that violated an invariant: what went before, what it was, and how to see it again.</summary>
internal static class FailureReport
{
    public static IReadOnlyList<string> Lines(CampaignOptions options, RunResult result)
    {
        var commit = typeof(FailureReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        var days = options.Days.ToString(CultureInfo.InvariantCulture);
        return
        [
            .. result.LastEvents,
            "",
            $"seed {result.Seed} at {commit}: {result.World}; run hash {result.Hash}",
            $"VIOLATED {result.Invariant}: {result.How}",
            $"replay: ./leadrouter simulate --seeds 1 --first-seed {result.Seed} --days {days} --faults {(options.WithFaults ? "on" : "off")}",
            $"keep it: a test in SeedTests, named by what was wrong: StaysClean(seed: {result.Seed}, days: {days}, withFaults: {(options.WithFaults ? "true" : "false")})",
        ];
    }

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
