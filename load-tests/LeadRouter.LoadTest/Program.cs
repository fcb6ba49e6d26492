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

await using var server = await ServerProcess.StartAsync();
using var admin = await CallCentre.AdminAsync(server);
using var sender = new Api(server.Address);
await using var run = new LoadRun(options, server);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Rate} leads/s to {options.Reps} reps for {options.Seconds} s after {options.WarmUpSeconds} s of warm-up; {Environment.ProcessorCount} cores shared by load and server"));
await run.ConnectRepsAsync(admin);
await run.PostAsync(sender, options.WarmUpSeconds, counted: false);
await run.PostAsync(sender, options.Seconds, counted: true);
await run.MatchAsync(TimeSpan.FromSeconds(30));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accepted          {run.Accepted} ({run.AcceptedPerSecond:0.0}/s)"));
Console.WriteLine($"errors            {(run.Errors.IsEmpty ? "none" : string.Join(", ", run.Errors.Select(error => $"{error.Key}: {error.Value}")))}");
Console.WriteLine($"refusals to reps  {run.Refusals}");
Console.WriteLine($"never offered     {run.Unoffered}");
Console.WriteLine($"sent late         {run.SentLate.Describe()}");
Console.WriteLine($"post -> 202       {run.ToAnswer.Describe()}");
Console.WriteLine($"post -> offer     {run.ToOffer.Describe()}");
return run.Errors.IsEmpty && run.Unoffered == 0 ? 0 : 1;
