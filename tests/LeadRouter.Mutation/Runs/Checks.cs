using System.Globalization;

namespace LeadRouter.Mutation.Runs;

/// <summary>Makes the checks of a folder that holds a suite or the simulator.</summary>
internal static class Checks
{
    /// <summary>A check for each class of a suite, ended at the first test that fails: a mutant needs to meet only those that reach it.</summary>
    /// <param name="filter">Of <c>dotnet test</c>.</param>
    public static async Task<IEnumerable<Check>> OfSuiteAsync(string folder, string project, string filter, string learned)
    {
        var assembly = Path.Combine(folder, project + ".dll");
        var (exitCode, output) = await Programs.RunAsync("dotnet", "test", assembly, "--nologo", "--list-tests", "--filter", filter);
        if (exitCode != 0) throw new InvalidOperationException(output);
        return Classes(output).Select(name => new Check(name, assembly,
            names => ["test", assembly, "--nologo", "--filter", string.Join('|', names.Select(one => $"FullyQualifiedName~{one}.")), "--", "xUnit.StopOnFail=true"], learned));
    }

    public static Check OfSimulator(string folder, int seeds, double days, string learned) => new("simulator", folder,
        _ => [Path.Combine(folder, "LeadRouter.Simulation.dll"), "simulate", "--faults", "on", "--seeds", $"{seeds}", "--days", days.ToString(CultureInfo.InvariantCulture)], learned);

    /// <summary>The classes of a list of tests, whose lines are indented names with arguments.</summary>
    public static IEnumerable<string> Classes(string list) =>
        list.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim().Split('(')[0]).Where(name => name.Contains('.'))
            .Select(name => name[..name.LastIndexOf('.')]).Distinct().Order(StringComparer.Ordinal);
}
