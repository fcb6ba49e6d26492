using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace LeadRouter.Simulation;

/// <summary>Runs many seeds and tells how it goes.</summary>
public static class Campaign
{
    private const string Help = """
        Simulates call-centre days on the real engine and checks what the world saw of them.

          --seeds N        how many seeds to run (100)
          --first-seed S   the first of them (1)
          --days D         length of the phase with faults, in days (1); 100 healed minutes follow
          --faults on|off  whether the machine fails (on)
          --out DIR        where a failing seed's report is written (nowhere)
          --help           this text

        Exit code: 0 all clean, 1 an invariant was violated, 2 the arguments cannot be read.
        """;

    /// <summary>The command line.</summary>
    public static int Start(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (arguments.Contains("--help"))
        {
            output.WriteLine(Help);
            return 0;
        }

        if (CampaignOptions.Parse(arguments) is { } options)
            return Run(options, output);
        output.WriteLine(Help);
        return 2;
    }

    private static int Run(CampaignOptions options, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.GetCurrentProcess();
        var shown = TimeSpan.Zero;
        long leads = 0, steps = 0, lives = 0;
        for (var done = 0; done < options.Seeds; done++)
        {
            var seed = options.FirstSeed + done;
            var result = SimulationRun.Execute(new SimulationOptions { Seed = seed, Days = options.Days, WithFaults = options.WithFaults });
            (leads, steps, lives) = (leads + result.Leads, steps + result.Steps, lives + result.Lives);
            if (!result.IsClean)
                return Fail(options, result, output);
            if (options.Seeds == 1)
                output.WriteLine($"seed {seed}: {result.World}; run hash {result.Hash}");
            if (watch.Elapsed - shown > TimeSpan.FromSeconds(2) || done == options.Seeds - 1)
            {
                shown = watch.Elapsed;
                process.Refresh();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{done + 1}/{options.Seeds} seeds clean, {leads:N0} leads, {lives:N0} lives of the process, {leads / process.TotalProcessorTime.TotalMinutes:N0} leads and {steps / process.TotalProcessorTime.TotalMinutes:N0} steps a minute of processor time"));
            }
        }

        return 0;
    }

    private static int Fail(CampaignOptions options, RunResult result, TextWriter output)
    {
        var commit = typeof(Campaign).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        string[] report =
        [
            .. result.LastEvents,
            "",
            $"seed {result.Seed} at {commit}: {result.World}; run hash {result.Hash}",
            $"VIOLATED {result.Invariant}: {result.How}",
            string.Create(CultureInfo.InvariantCulture, $"replay: dotnet run -c Release --project src/LeadRouter.Simulation -- --seeds 1 --first-seed {result.Seed} --days {options.Days} --faults {(options.WithFaults ? "on" : "off")}"),
        ];
        foreach (var line in report)
            output.WriteLine(line);
        if (options.Folder is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllLines(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"seed-{result.Seed}.txt")), report);
        }

        return 1;
    }
}
