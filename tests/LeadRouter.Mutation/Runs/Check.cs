using System.Diagnostics;
using System.Globalization;
using LeadRouter.Mutation.Mutants;

namespace LeadRouter.Mutation.Runs;

/// <summary>What may notice a mutant: a class of tests, or the simulator, with the mutated assemblies beside it.</summary>
/// <param name="name">Of its folder in <paramref name="learned"/>.</param>
/// <param name="of">The assembly of its tests: checks of one can run together.</param>
/// <param name="arguments">Of <c>dotnet</c>, for checks by their names.</param>
/// <param name="learned">Takes what it reaches and how long it takes, so that a later run need not ask again.</param>
internal sealed class Check(string name, string of, Func<IEnumerable<string>, IReadOnlyList<string>> arguments, string learned)
{
    private static readonly TimeSpan LeastLimit = TimeSpan.FromSeconds(30);

    private HashSet<int> _reached = [];

    public string Name => name;

    public string Of => of;

    /// <summary>How long it takes when no mutant is on.</summary>
    public TimeSpan Took { get; private set; }

    public bool Reaches(Mutant mutant) => _reached.Contains(mutant.Id);

    /// <summary>Runs it with no mutant on: it has to be content, and the mutants that it reaches are remembered.</summary>
    public async Task LearnAsync()
    {
        var folder = new DirectoryInfo(Path.Combine(learned, name));
        var took = Path.Combine(learned, name + ".seconds");
        if (!File.Exists(took))
        {
            if (folder.Exists) folder.Delete(recursive: true);
            folder.Create();
            var began = Stopwatch.GetTimestamp();
            var (exitCode, output) = await Programs.RunAsync("dotnet", arguments([name]), new Dictionary<string, string> { [MutantSwitch.Reached] = folder.FullName }, Timeout.InfiniteTimeSpan);
            if (exitCode != 0) throw new InvalidOperationException($"{name} is not content though no mutant is on:\n{output}");
            await File.WriteAllTextAsync(took, Stopwatch.GetElapsedTime(began).TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }
        Took = TimeSpan.FromSeconds(double.Parse(await File.ReadAllTextAsync(took), CultureInfo.InvariantCulture));
        _reached = [.. folder.EnumerateFiles().SelectMany(file => File.ReadLines(file.FullName)).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    /// <summary>Whether one of several fails, or they do not come to their end, with a mutant on.</summary>
    public async Task<bool> NoticesWithAsync(IReadOnlyList<Check> others, Mutant mutant)
    {
        var limit = (3 * others.Aggregate(Took, (sum, other) => sum + other.Took)) + LeastLimit;
        var on = new Dictionary<string, string> { [MutantSwitch.On] = mutant.Id.ToString(CultureInfo.InvariantCulture) };
        return (await Programs.RunAsync("dotnet", arguments(others.Select(other => other.Name).Prepend(name)), on, limit)).ExitCode != 0;
    }
}
