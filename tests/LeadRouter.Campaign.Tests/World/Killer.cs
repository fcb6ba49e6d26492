using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>Kills the server at random instants and starts it again on the same data.</summary>
internal sealed class Killer(ServerProcess server, Witness world, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>From the start of the process to its first "ready".</summary>
    public List<TimeSpan> Starts { get; } = [];

    /// <summary>From "ready" to the first offer that rang, reconnecting of the reps included.</summary>
    public List<TimeSpan> Recoveries { get; } = [];

    public int Kills { get; private set; }

    /// <summary>Clean stops under load, besides the kills.</summary>
    public int Stops { get; private set; }

    /// <summary>
    /// One round: run for a while, die, come back. Every fifth round it dies once more while it is coming back, before the next
    /// time is measured; every seventh it is also stopped cleanly.
    /// </summary>
    public async Task RoundAsync(int round)
    {
        if (round % 7 == 3)
            await StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(0.3 + 2.5 * _random.NextDouble()));
        await KillAsync();
        if (round % 5 == 4)
            await DieOnTheWayUpAsync();
        await StartAsync($"Round {round}");
    }

    private async Task StartAsync(string when)
    {
        var started = DateTimeOffset.UtcNow;
        await server.StartAgainAsync();
        var ready = DateTimeOffset.UtcNow;
        world.Lives.Ready(ready);
        Starts.Add(ready - started);
        try
        {
            var rang = await world.NextOffer().WaitAsync(TimeSpan.FromSeconds(30));
            Recoveries.Add(rang - ready);
        }
        catch (TimeoutException)
        {
            world.Blame($"{when}: no offer rang within 30 s of readiness, while leads wait and reps are there.");
        }
    }

    private async Task StopAsync()
    {
        world.Lives.Killed(DateTimeOffset.UtcNow);
        var code = await server.StopAsync();
        if (code != 0)
            world.Blame($"Stopped under load, the server ended with code {code}.");
        Stops++;
        await StartAsync("After a clean stop");
    }

    private async Task KillAsync()
    {
        world.Lives.Killed(DateTimeOffset.UtcNow);
        await server.KillAsync();
        Kills++;
    }

    private async Task DieOnTheWayUpAsync()
    {
        var start = server.StartAgainAsync();
        await Task.WhenAny(start, Task.Delay(TimeSpan.FromMilliseconds(200 + 800 * _random.NextDouble())));
        if (start.IsCompletedSuccessfully)
            world.Lives.Ready(DateTimeOffset.UtcNow);
        await KillAsync();
        // The start fails because its process is gone: that is what was wanted.
        await start.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
