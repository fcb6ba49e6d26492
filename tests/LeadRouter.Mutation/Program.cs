using System.CommandLine;
using LeadRouter.Mutation.Runs;
using Spectre.Console;

// The command `leadrouter mutate`: puts small wrong changes into the product, one at a time, and looks whether tests and simulator notice.
var sample = new Option<int>("--sample") { Description = "How many mutants, drawn at random", DefaultValueFactory = _ => 200 };
var seed = new Option<int>("--seed") { Description = "Of the draw; a larger sample with the same seed goes on from the smaller", DefaultValueFactory = _ => 1 };
var seeds = new Option<int>("--seeds") { Description = "Seeds that the simulator runs for each", DefaultValueFactory = _ => 20 };
var days = new Option<double>("--days") { Description = "Simulated days of each seed", DefaultValueFactory = _ => 0.06 };
var workers = new Option<int>("--workers") { Description = "Mutants looked at side by side", DefaultValueFactory = _ => 1 };
var within = new Option<string>("--in") { Description = "Only code whose path begins like this, such as src/LeadRouter.Domain/Queues", DefaultValueFactory = _ => "src/" };
var root = new Argument<DirectoryInfo>("root") { Description = "The repository" };
var command = new RootCommand("Puts small wrong changes into the product, one at a time, and looks what notices them. Broken off, it goes on where it was.") { root, within, sample, seed, seeds, days, workers };
command.SetAction(async (given, cancel) =>
{
    var folder = given.GetRequiredValue(root).FullName;
    var options = new MutationOptions(folder, Directory.CreateDirectory(Path.Combine(folder, ".mutation")).FullName, given.GetRequiredValue(within),
        given.GetValue(sample), given.GetValue(seed), given.GetValue(seeds), given.GetValue(days), given.GetValue(workers));
    IReadOnlyList<Fate> fates = [];
    await AnsiConsole.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async bars =>
    {
        var bar = bars.AddTask("mutants", maxValue: 1);
        fates = await new MutationRun(options, line => AnsiConsole.WriteLine(line)).RunAsync((known, all) => (bar.Value, bar.MaxValue) = (known, all));
    });
    var report = Report.Lines(fates).ToList();
    await File.WriteAllLinesAsync(Path.Combine(options.Folder, "report.md"), report, cancel);
    report.ForEach(Console.WriteLine);
});
try
{
    return await command.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (InvalidOperationException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 2;
}
