using System.Globalization;
using LeadRouter.LoadTest;
using LeadRouter.TestClient;

if (args.Contains("--help"))
{
    Console.WriteLine(LoadOptions.Help);
    return 0;
}

var (options, problem) = LoadOptions.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

await using var fleet = options.Servers == 0 ? null : await Fleet.StartAsync(options.Servers);
await using var lone = fleet is null ? await ServerProcess.StartAsync() : null;
var servers = fleet?.Servers ?? [lone!];
using var admin = await CallCentre.AdminAsync(servers[0]);
await using var run = new LoadRun(options, [.. servers.Select(server => server.Address)], fleet?.IntakeKey ?? lone!.IntakeKey);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Rate} leads/s to {options.Reps} reps on {(options.Servers == 0 ? "SQLite" : $"{options.Servers} servers on PostgreSQL")} for {options.Seconds} s after {options.WarmUpSeconds} s of warm-up; {Environment.ProcessorCount} cores shared by load and server"));
await run.ConnectRepsAsync(admin);
await run.PostAsync(options.WarmUpSeconds, counted: false);
await run.PostAsync(options.Seconds, counted: true);
await run.MatchAsync(TimeSpan.FromSeconds(30));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accepted          {run.Accepted} ({run.AcceptedPerSecond:0.0}/s)"));
Console.WriteLine($"errors            {(run.Errors.IsEmpty ? "none" : string.Join(", ", run.Errors.Select(error => $"{error.Key}: {error.Value}")))}");
Console.WriteLine($"refusals to reps  {run.Refusals}");
Console.WriteLine($"never offered     {run.Unoffered}");
Console.WriteLine($"sent late         {run.SentLate.Describe()}");
Console.WriteLine($"post -> 202       {run.ToAnswer.Describe()}");
Console.WriteLine($"post -> offer     {run.ToOffer.Describe()}");
return run.Errors.IsEmpty && run.Unoffered == 0 ? 0 : 1;
