using System.Diagnostics;
using System.Globalization;

namespace LeadRouter.Simulation.Queueing;

/// <summary>Holds the engine's waits against Erlang C and Erlang A, over the vectors and a grid of loads.</summary>
public static class QueueingCommand
{
    private const double FamilyWide = 0.99;
    private const int Leads = 2000;

    /// <summary>Runs and prints.</summary>
    /// <param name="replications">Per case, 3 or more; the intervals narrow with their square root.</param>
    /// <returns>0 when every number lies in its intervals, 1 when one does not.</returns>
    public static int Run(int seed, int replications, TextWriter output) =>
        Run([.. QueueingGrid.Vectors(Leads), .. QueueingGrid.Patient(Leads), .. QueueingGrid.Wide()], seed, replications, output);

    internal static int Run(IReadOnlyList<QueueingCase> cases, int seed, int replications, TextWriter output)
    {
        var options = new QueueingOptions { Seed = seed, Replications = replications, Confidence = Confidence(cases, FamilyWide) };
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cases.Count} cases, {replications} replications each, seed {seed}. Each interval holds with {options.Confidence:0.00000}, all of them together with {FamilyWide:0.00} or more."));
        output.WriteLine(QueueingTable.Header);
        var watch = Stopwatch.StartNew();
        int leads = 0, failed = 0;
        for (var number = 0; number < cases.Count; number++)
        {
            var result = QueueingStudy.Run(cases[number], options with { Seed = seed + number });
            (leads, failed) = (leads + result.Leads, failed + (result.Holds ? 0 : 1));
            foreach (var line in QueueingTable.Lines(result))
                output.WriteLine(line);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{leads:N0} leads through the engine in {watch.Elapsed.TotalSeconds:0} s; {failed} of {cases.Count} cases outside."));
        return failed == 0 ? 0 : 1;
    }

    /// <summary>What each interval needs so that all of them together hold: C. E. Bonferroni's bound, whatever they have to do with each other.</summary>
    internal static double Confidence(IReadOnlyList<QueueingCase> cases, double familyWide) =>
        1 - (1 - familyWide) / cases.Sum(one => 2 * one.Formula().Values(one.PatienceSeconds is not null).Count);
}
