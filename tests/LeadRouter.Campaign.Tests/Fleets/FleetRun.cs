using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using LeadRouter.Campaign.Tests.World;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.Fleets;

/// <summary>The rounds of a fleet: posts come in all the time, and each round has its trouble.</summary>
internal sealed class FleetRun(Fleet fleet, Witness world, Balancer balancer, Api admin, Random random, bool thorough)
{
    private static readonly FleetTrouble[] Troubles = Seeds.FleetTroubles();

    /// <summary>By now everything is looked after again, whatever happened.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(12);

    /// <summary>Leads of the last posts that are asked for after a kill.</summary>
    private const int Asked = 100;

    /// <summary>Of each round the longest time in which no offer rang.</summary>
    private readonly SortedDictionary<FleetTrouble, List<TimeSpan>> _pauses = [];

    /// <summary>From a kill until every lead and rep answers again.</summary>
    public List<TimeSpan> AnswerAgain { get; } = [];

    /// <summary>Every trouble in turn, in a drawn order, until all rounds are done or the time is up.</summary>
    public async Task RunAsync(int rounds, TimeSpan time, IReadOnlyList<Task> people)
    {
        var running = Stopwatch.StartNew();
        for (var round = 0; round < rounds && running.Elapsed < time; round++)
        {
            if (round % Troubles.Length == 0)
                random.Shuffle(Troubles);
            await RoundAsync(Troubles[round % Troubles.Length]);
            foreach (var broken in people.Where(person => person.IsCompleted))
                await broken;
        }
    }

    public async Task RoundAsync(FleetTrouble trouble)
    {
        await Task.Delay(Between(1, 3));
        world.Calm.Ends(DateTimeOffset.UtcNow);
        var started = DateTimeOffset.UtcNow;
        await (trouble switch
        {
            FleetTrouble.Kill => KillAsync(),
            FleetTrouble.Suspend => SuspendAsync(),
            FleetTrouble.Leave => LeaveAsync(Victim()),
            FleetTrouble.Join => JoinAsync(),
            FleetTrouble.RollingRestart => RollingRestartAsync(),
            FleetTrouble.RedisGone => RedisGoneAsync(),
            _ => PostgresGoneAsync(),
        });
        await Task.Delay(Settled);
        var rang = world.NextOffer();
        world.Calm.Begins(DateTimeOffset.UtcNow);
        if (await Task.WhenAny(rang, Task.Delay(TimeSpan.FromSeconds(10))) != rang)
            world.Blame($"{trouble} at {started:O}: no offer rang within 10 s, {Settled.TotalSeconds} s after its end.");
        if (!_pauses.TryGetValue(trouble, out var pauses))
            _pauses.Add(trouble, pauses = []);
        pauses.Add(world.LongestPause(started, DateTimeOffset.UtcNow));
    }

    public IEnumerable<string> Report()
    {
        foreach (var (trouble, pauses) in _pauses)
            yield return string.Create(CultureInfo.InvariantCulture, $"  {trouble}: {pauses.Count}; longest time without an offer: median {Median(pauses).TotalSeconds:F1} s, worst {pauses.Max().TotalSeconds:F1} s.");
        if (AnswerAgain.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"After kill -9, until all leads and reps answered again: median {Median(AnswerAgain).TotalSeconds:F1} s, worst of {AnswerAgain.Count} {AnswerAgain.Max().TotalSeconds:F1} s.");
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private async Task KillAsync()
    {
        var victim = Victim();
        var (leads, reps) = await OnesToAskAsync();
        var clock = Stopwatch.StartNew();
        await victim.KillAsync();
        await Task.WhenAll([.. leads.Select(lead => AnswersAsync(HttpMethod.Get, $"/api/v1/leads/{lead}", victim)), .. reps.Select(rep => AnswersAsync(HttpMethod.Patch, $"/api/v1/reps/{rep}", victim))]);
        AnswerAgain.Add(clock.Elapsed);
        await Task.Delay(Between(0, 5));
        await victim.StartAgainAsync();
    }

    /// <summary>It wakes up to a world that has declared it dead: nothing that it still writes may count, and it has to end.</summary>
    private async Task SuspendAsync()
    {
        var victim = Victim();
        var living = fleet.Servers.Count;
        await victim.SignalAsync("STOP");
        await DeclaredDeadAsync(victim, living - 1);
        await Task.Delay(Between(0, thorough ? 30 : 4));
        await victim.SignalAsync("CONT");
        var code = await victim.WaitForExitAsync(TimeSpan.FromSeconds(40));
        if (code != 3)
            world.Blame($"A server that was declared dead ended with code {code}.");
        await victim.StartAgainAsync();
    }

    /// <summary>Until the others say that the victim does not live any more.</summary>
    private async Task DeclaredDeadAsync(ServerProcess victim, int living)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(30); DateTimeOffset.UtcNow < until;)
        {
            var server = balancer.Next();
            if (server != victim.Address && await ServersAsync(server) == living)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        world.Blame("A server that was suspended for 30 s was not declared dead.");
    }

    private async Task<int> ServersAsync(Uri server)
    {
        var metrics = await admin.Http.GetStringAsync(new Uri(server, "/metrics"));
        return int.Parse(metrics.Split('\n').Single(line => line.StartsWith("leadrouter_servers ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private async Task LeaveAsync(ServerProcess victim)
    {
        if (await victim.StopAsync() is not 0 and var code)
            world.Blame($"Stopped under load, a server ended with code {code}.");
        await Task.Delay(Between(0, 4));
        await victim.StartAgainAsync();
    }

    private async Task JoinAsync()
    {
        var more = await fleet.NewServerAsync();
        fleet.Add(more);
        await Task.Delay(Between(3, 8));
        fleet.Remove(more);
        if (await more.StopAsync() is not 0 and var code)
            world.Blame($"A server that had joined ended with code {code}.");
        await more.DisposeAsync();
    }

    private async Task RollingRestartAsync()
    {
        foreach (var server in fleet.Servers.ToArray())
        {
            await LeaveAsync(server);
            await Task.Delay(Between(1, 3));
        }
    }

    private async Task RedisGoneAsync()
    {
        fleet.Redis.Kill();
        await Task.Delay(Between(thorough ? 20 : 8, thorough ? 35 : 12));
        fleet.Redis.Start();
    }

    private async Task PostgresGoneAsync()
    {
        fleet.Postgres.Crash();
        await Task.Delay(Between(thorough ? 10 : 4, thorough ? 35 : 8));
        fleet.Postgres.Start();
    }

    private ServerProcess Victim() => fleet.Servers[random.Next(fleet.Servers.Count)];

    private async Task<(IReadOnlyList<string> Leads, IReadOnlyList<string> Reps)> OnesToAskAsync()
    {
        var leads = world.Posts.Reverse().SelectMany(post => post.Answers).Select(answer => answer.LeadId).Distinct().Take(Asked).ToList();
        var reps = (await admin.GetAsync<Contracts.RepDto[]>("/api/v1/reps")).Select(rep => rep.RepId).ToList();
        return (leads, reps);
    }

    /// <summary>Asks the living servers until one answers.</summary>
    private async Task AnswersAsync(HttpMethod method, string path, ServerProcess victim)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(60); ;)
        {
            var server = balancer.Next();
            if (server != victim.Address && await IsAnsweredAsync(method, new Uri(server, path)))
                return;
            if (DateTimeOffset.UtcNow > until)
            {
                world.Blame($"{path} did not answer within 60 s of a kill.");
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private async Task<bool> IsAnsweredAsync(HttpMethod method, Uri address)
    {
        try
        {
            // A change that changes nothing is asked of the rep all the same.
            using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Patch ? JsonContent.Create(new { }) : null };
            using var response = await admin.Http.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private TimeSpan Between(double least, double most) => TimeSpan.FromSeconds(least + (most - least) * random.NextDouble());
}
