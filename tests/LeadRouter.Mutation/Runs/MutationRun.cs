using System.Globalization;
using LeadRouter.Mutation.Mutants;

namespace LeadRouter.Mutation.Runs;

/// <summary>Looks what notices each mutant of a sample: the unit tests, the simulator, both, or neither.</summary>
internal sealed class MutationRun(MutationOptions options, Action<string> say)
{
    private const int Together = 8;

    /// <summary>Runs it.</summary>
    /// <param name="done">Told how many of how many checks are learned, then mutants known.</param>
    public async Task<IReadOnlyList<Fate>> RunAsync(Action<int, int> done)
    {
        say("Compiling the mutants");
        var work = await Workshop.PrepareAsync(options);
        IReadOnlyList<Check> simulator = work.Simulator is null ? [] : [work.Simulator];
        IReadOnlyList<Check> checks = [.. work.Tests, .. simulator];
        say($"{work.Mutants.Count} mutants. Running {work.Tests.Count} classes of tests and the simulator without one");
        var learned = 0;
        await SideBySideAsync(checks, async check =>
        {
            await check.LearnAsync();
            done(Interlocked.Increment(ref learned), checks.Count);
        });
        say($"Tests {Seconds(work.Tests)} s, reach {Reached(work.Tests)}; simulator {Seconds(simulator)} s, reaches {Reached(simulator)}");
        var sample = Sample(work.Mutants);
        var known = sample.Count(mutant => work.Results.Of(mutant) is not null);
        done(known, sample.Count);
        var quickFirst = work.Tests.OrderBy(check => check.Took).ToList();
        await SideBySideAsync(sample.Where(mutant => work.Results.Of(mutant) is null), async mutant =>
        {
            work.Results.Add(new Fate(mutant, await NoticeAsync(mutant, quickFirst), await NoticeAsync(mutant, simulator)));
            done(Interlocked.Increment(ref known), sample.Count);
        });
        return [.. sample.Select(mutant => work.Results.Of(mutant)!)];

        int Reached(IReadOnlyList<Check> some) => work.Mutants.Count(mutant => some.Any(check => check.Reaches(mutant)));
    }

    private static string Seconds(IEnumerable<Check> checks) => checks.Sum(check => check.Took.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private Task SideBySideAsync<T>(IEnumerable<T> all, Func<T, Task> each) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = options.Workers }, async (one, _) => await each(one));

    private List<Mutant> Sample(IReadOnlyList<Mutant> mutants)
    {
        var all = mutants.ToArray();
        new Random(options.Seed).Shuffle(all);
        return [.. all.Take(options.Sample)];
    }

    private static async Task<Notice> NoticeAsync(Mutant mutant, IReadOnlyList<Check> checks)
    {
        var notice = Notice.Unreached;
        // A process takes longer to start than most classes to run.
        foreach (var together in checks.Where(check => check.Reaches(mutant)).GroupBy(check => check.Of).SelectMany(suite => suite.Chunk(Together)))
        {
            if (await together[0].NoticesWithAsync(together[1..], mutant)) return Notice.Noticed;
            notice = Notice.Missed;
        }
        return notice;
    }
}
