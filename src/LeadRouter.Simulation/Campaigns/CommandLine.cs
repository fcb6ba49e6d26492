using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using LeadRouter.Simulation.Queueing;
using LeadRouter.Simulation.Reach;
using LeadRouter.Simulation.Replay;

namespace LeadRouter.Simulation.Campaigns;

/// <summary>The command <c>leadrouter simulate</c>.</summary>
public static class CommandLine
{
    /// <summary>All seeds were clean.</summary>
    private const int Clean = 0;

    /// <summary>An invariant was violated.</summary>
    private const int Violated = 1;

    /// <summary>The arguments cannot be read.</summary>
    private const int Usage = 2;

    private static readonly Option<int> Seeds = Number("--seeds", "How many seeds to run", 100, 1, 100_000_000);
    private static readonly Option<int> FirstSeed = Aliased(Number("--first-seed", "The first of them", 1, 0, int.MaxValue - 100_000_000), "--seed");
    private static readonly Option<int> Workers = Number("--workers", "Seeds run at the same time, one thread each", 1, 1, 256);
    private static readonly Option<int> Replications = Number("--replications", "With --queueing: runs of each case", 20, 3, 10_000);
    private static readonly Option<bool> Queueing = new("--queueing") { Description = "Holds the engine's waits against Erlang C and Erlang A instead" };
    private static readonly Option<string?> Replay = new("--replay") { Description = "Runs a recorded month through the engine instead, and compares", HelpName = "FILE" };
    private static readonly Option<DirectoryInfo?> Folder = new("--out") { Description = "Where a failing seed's report is written", HelpName = "DIR" };

    private static readonly Option<double> Days = Number("--days", "Days with faults, before 100 healed minutes", 1, 0.01, 100, "D");

    private static readonly Option<string> Faults = AcceptOnly(new Option<string>("--faults") { Description = "Whether the machine fails", DefaultValueFactory = _ => "on" }, "on", "off");

    private static readonly Option<string[]> Without = OneOrMore(new Option<string[]>("--without") { Description = "Leaves these kinds of trouble and habits out of the world" });

    private static readonly Option<bool> Reach = new("--reach") { Description = "The seeds together have to reach every event, refusal and trouble that is expected of them" };

    private static readonly Option<int> Shrink = Number("--shrink", "How long a shorter failing run is looked for, in seconds", 60, 0, 3600);

    /// <summary>Runs the command.</summary>
    /// <returns>0 all clean, 1 an invariant was violated or a formula missed, 2 the arguments or the file cannot be read.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, Func<SimulationOptions, RunResult>? simulate = null)
    {
        var command = new Command("simulate", "Simulates call-centre days on the real engine and checks what the world saw of them.") 
        {
            Seeds, FirstSeed, Days, Faults, Workers, Folder, Queueing, Replications, Replay, Without, Reach, Shrink,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(Queueing) && given.GetValue(Replay) is not null)
                given.AddError("--queueing and --replay are two runs; ask for one at a time.");
            if (given.GetValue(Folder) is { } folder && File.Exists(folder.FullName))
                given.AddError($"--out {folder} is a file; name a folder.");
        });
        command.SetAction((parsed, _) =>
        {
            if (parsed.GetValue(Queueing))
                return Task.FromResult(QueueingCommand.Run(parsed.GetValue(FirstSeed), parsed.GetValue(Replications), output));
            if (parsed.GetValue(Replay) is { } file)
                return Task.FromResult(ReplayCommand.Run(file, parsed.GetValue(FirstSeed), output));
            return SimulateAsync(Options(parsed), parsed.GetValue(Folder), output, simulate ?? SimulationRun.Execute);
        });
        var parse = new RootCommand("LeadRouter's tools.") { command }.Parse(arguments);
        var code = parse.Invoke(new InvocationConfiguration { Output = output, Error = error });
        return parse.Errors.Count > 0 ? Usage : code;
    }

    private static CampaignOptions Options(ParseResult parsed) => new()
    {
        Seeds = parsed.GetValue(Seeds),
        FirstSeed = parsed.GetValue(FirstSeed),
        Days = parsed.GetValue(Days),
        WithFaults = parsed.GetValue(Faults) == "on",
        Workers = parsed.GetValue(Workers),
        Without = parsed.GetValue(Without) ?? [],
        HasToReachAll = parsed.GetValue(Reach),
        ShrinkFor = TimeSpan.FromSeconds(parsed.GetValue(Shrink)),
    };

    private static async Task<int> SimulateAsync(CampaignOptions options, DirectoryInfo? folder, TextWriter output, Func<SimulationOptions, RunResult> simulate)
    {
        var campaign = new Campaign(options, simulate);
        var screen = new CampaignScreen(output, options, ProcessorTime);
        var running = campaign.RunAsync();
        await screen.ShowAsync(campaign, running);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{MostMegabytes():N0} MB of memory at the most"));
        if (await running is not { } failure)
        {
            if (options.Seeds == 1 && campaign.Figures.Latest is { } run)
                await output.WriteLineAsync($"seed {run.Seed}: {run.World}; run hash {run.Hash}");
            return await TellReachAsync(options, campaign, output);
        }

        await output.WriteLineAsync($"seed {failure.Seed} violates {failure.Invariant}; looking for a shorter run");
        var shortest = new Shrinking(simulate, options.ShrinkFor).Shrink(options.Of(failure.Seed), failure);
        var story = Story.Of(simulate(shortest.Options with { KeepsAll = true }).LastEvents, shortest.Result.How!);
        var report = FailureReport.Lines(options, failure, shortest.Options, story);
        foreach (var line in report)
            await output.WriteLineAsync(line);
        if (folder is not null)
            await output.WriteLineAsync($"written to {FailureReport.Save(folder, failure, report)}");
        return Violated;
    }

    private static async Task<int> TellReachAsync(CampaignOptions options, Campaign campaign, TextWriter output)
    {
        if (!options.HasToReachAll)
            return Clean;
        var missing = campaign.NeverReached;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Expected.All.Count - missing.Count} of {Expected.All.Count} kinds of events, refusals, changes and troubles reached"));
        foreach (var name in missing)
            await output.WriteLineAsync($"NEVER REACHED {name}");
        return missing.Count == 0 ? Clean : Violated;
    }

    private static long MostMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024 * 1024);
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static Option<T> Number<T>(string name, string description, T standard, T least, T most, string help = "N") where T : INumber<T> => new(name)
    {
        Description = $"{description}, {least} to {most}",
        HelpName = help,
        DefaultValueFactory = _ => standard,
        CustomParser = read =>
        {
            if (T.TryParse(read.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                return value;
            read.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is a number from {least} to {most}, not '{read.Tokens[0].Value}'."));
            return standard;
        },
    };

    private static Option<string[]> OneOrMore(Option<string[]> option)
    {
        option.AllowMultipleArgumentsPerToken = true;
        option.AcceptOnlyFromAmong([.. Mildness.All]);
        return option;
    }

    private static Option<T> Aliased<T>(Option<T> option, string alias)
    {
        option.Aliases.Add(alias);
        return option;
    }

    private static Option<string> AcceptOnly(Option<string> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
