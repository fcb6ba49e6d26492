using System.Net;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>Ends and starts the server, and measures how long it needs until it is back at work.</summary>
internal sealed class Upkeep(ServerProcess server, Witness world) : IDisposable
{
    /// <summary>Within 5 s of readiness, or of the end of a trouble that it lived through.</summary>
    public static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan OfferLimit = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>From the start of the process to its first "ready".</summary>
    public List<TimeSpan> Starts { get; } = [];

    /// <summary>From "ready" or the end of a trouble to the first offer that rang, by what came before; reconnecting of the reps included.</summary>
    public SortedDictionary<Trouble, List<TimeSpan>> Recoveries { get; } = [];

    public int Kills { get; private set; }

    /// <summary>Starts it on the same data and waits until it is ready and leads are offered.</summary>
    public async Task StartAsync(Trouble after)
    {
        var started = DateTimeOffset.UtcNow;
        await server.StartAgainAsync();
        var ready = DateTimeOffset.UtcNow;
        world.Calm.Begins(ready);
        Starts.Add(ready - started);
        await RecoveredAsync(after, ready);
    }

    /// <summary>A start in which something happens; false when the server ended before it was ready. Whoever called says whether it should have.</summary>
    public async Task<bool> TryStartAsync(Func<Task> meanwhile)
    {
        var start = server.StartAgainAsync();
        await meanwhile();
        try
        {
            await start;
            return true;
        }
        catch (InvalidOperationException) when (server.ExitCode is not null)
        {
            return false;
        }
    }

    public async Task KillAsync()
    {
        world.Calm.Ends(DateTimeOffset.UtcNow);
        BlameIfGone();
        await server.KillAsync();
        Kills++;
    }

    public async Task StopAsync(Trouble why)
    {
        world.Calm.Ends(DateTimeOffset.UtcNow);
        BlameIfGone();
        var code = await server.StopAsync();
        if (code != 0)
            world.Blame($"{why}: stopped under load, the server ended with code {code}.");
    }

    /// <summary>The trouble is over and nobody restarts anything: it has to be ready, and to offer leads, by itself.</summary>
    public async Task HealedAsync(Trouble after)
    {
        if (server.ExitCode is { } code)
        {
            world.Blame($"{after}: the server ended by itself, with code {code}.");
            await StartAsync(after);
            return;
        }

        var healed = DateTimeOffset.UtcNow;
        world.Calm.Begins(healed);
        if (!await AnswersAsync("/health/ready", HttpStatusCode.OK, RecoveryLimit))
            world.Blame($"{after}: not ready {RecoveryLimit.TotalSeconds:F0} s after its end.");
        await RecoveredAsync(after, healed);
    }

    /// <summary>Asks again and again until the answer is what it should be; false when it is not in time.</summary>
    public async Task<bool> AnswersAsync(string path, HttpStatusCode status, TimeSpan limit)
    {
        for (var until = DateTimeOffset.UtcNow + limit; DateTimeOffset.UtcNow < until; await Task.Delay(TimeSpan.FromMilliseconds(50)))
        {
            try
            {
                using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
                if (response.StatusCode == status)
                    return true;
            }
            catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
            {
                // It is asked again until its time is over.
            }
        }

        return false;
    }

    public void Dispose() => _http.Dispose();

    private async Task RecoveredAsync(Trouble after, DateTimeOffset since)
    {
        try
        {
            var rang = await world.NextOffer().WaitAsync(OfferLimit);
            if (!Recoveries.TryGetValue(after, out var times))
                Recoveries.Add(after, times = []);
            times.Add(rang - since);
        }
        catch (TimeoutException)
        {
            world.Blame($"{after}: no offer rang within {OfferLimit.TotalSeconds:F0} s of its end, while leads wait and reps are there.");
        }
    }

    private void BlameIfGone()
    {
        if (server.ExitCode is { } code)
            world.Blame($"The server was gone before anybody ended it, with code {code}.");
    }
}
