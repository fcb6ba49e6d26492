using System.Security.Cryptography;
using System.Text;
using LeadRouter.Mutation.Compiling;
using LeadRouter.Mutation.Mutants;

namespace LeadRouter.Mutation.Runs;

/// <summary>Builds the mutated assemblies, and puts them beside copies of what is to notice them.</summary>
internal static class Workshop
{
    private const string Simulation = "LeadRouter.Simulation";

    /// <summary>What is mutated: rules, actors, the stores, and of the host what keeps messages in order.</summary>
    private static readonly string[] Mutated =
    [
        "src/LeadRouter.Domain/", "src/LeadRouter.Turns/", "src/LeadRouter.Cluster/Lanes/", "src/LeadRouter.Storage.Sqlite/", "src/LeadRouter.Storage.Postgres/",
    ];

    private static readonly string[] Core = ["LeadRouter.Domain", "LeadRouter.Turns"];

    /// <summary>
    /// Whose mutants each has to notice, quick suites first. Tests that kill, cut the power or wait for servers take longer than all others together, and are left
    /// out, and so are those that measure time: beside others they fail without a mutant too.
    /// </summary>
    private static readonly (string Project, string Filter, string[] Of)[] Suites =
    [
        ("LeadRouter.Domain.Tests", "FullyQualifiedName!~LoadTests", ["LeadRouter.Domain"]),
        ("LeadRouter.Turns.Tests", "FullyQualifiedName!~LoadTests&FullyQualifiedName!~RebuildTests&FullyQualifiedName!~Crash", [.. Core, "LeadRouter.Cluster"]),
        ("LeadRouter.Storage.Tests", "FullyQualifiedName!~PowerCut&FullyQualifiedName!~Crash&FullyQualifiedName!~ServerTrouble&FullyQualifiedName!~OpeningTests&FullyQualifiedName!~ListenerTests",
            ["LeadRouter.Storage.Sqlite", "LeadRouter.Storage.Postgres"]),
    ];

    /// <summary>Compiles, and says what may notice.</summary>
    public static async Task<Work> PrepareAsync(MutationOptions options)
    {
        var assemblies = Directory.CreateDirectory(Path.Combine(options.Folder, "mutated")).FullName;
        var mutants = new List<Mutant>();
        var names = Mutated.Where(folder => folder.StartsWith(options.Within, StringComparison.Ordinal) || options.Within.StartsWith(folder, StringComparison.Ordinal)).Select(folder => folder.Split('/')[1]).ToList();
        foreach (var name in names)
            mutants.AddRange(await MutatedProject.WriteAsync(options.Root, $"src/{name}/{name}.csproj", file => IsMutated(file, options.Within), mutants.Count == 0 ? 0 : mutants[^1].Id + 1, Path.Combine(assemblies, name + ".dll")));
        var home = Directory.CreateDirectory(Path.Combine(options.Folder, Fingerprint(mutants, options))).FullName;
        var learned = Directory.CreateDirectory(Path.Combine(home, "learned")).FullName;
        var tests = new List<Check>();
        foreach (var suite in Suites.Where(suite => suite.Of.Intersect(names).Any()))
            tests.AddRange(await Checks.OfSuiteAsync(Copy("tests", suite.Project, suite.Of), suite.Project, suite.Filter, learned));
        var simulator = names.Intersect(Core).Any() ? Checks.OfSimulator(Copy("src", Simulation, Core), options.Seeds, options.Days, learned) : null;
        return new Work(mutants, tests, simulator, new Results(Path.Combine(home, "results.tsv")));

        string Copy(string parent, string project, string[] of)
        {
            var to = Path.Combine(options.Folder, project);
            Programs.Copy(Path.Combine(options.Root, parent, project, "bin/Release/net10.0"), to);
            foreach (var name in of.Intersect(names)) File.Copy(Path.Combine(assemblies, name + ".dll"), Path.Combine(to, name + ".dll"), overwrite: true);
            return to;
        }
    }

    /// <summary>Other mutants, or another simulator's run, begin anew; the same go on where they were.</summary>
    private static string Fingerprint(IEnumerable<Mutant> mutants, MutationOptions options)
    {
        var text = FormattableString.Invariant($"{options.Seeds} {options.Days}\n{string.Join('\n', mutants.Select(mutant => $"{mutant.Id} {mutant}"))}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static bool IsMutated(string file, string within) =>
        file.StartsWith(within, StringComparison.Ordinal) && Mutated.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)) && !file.Contains("/obj/", StringComparison.Ordinal);
}

/// <summary>A run's mutants, what may notice them, and what is known.</summary>
/// <param name="Simulator">None when it executes nothing of what is mutated.</param>
internal sealed record Work(IReadOnlyList<Mutant> Mutants, IReadOnlyList<Check> Tests, Check? Simulator, Results Results);
