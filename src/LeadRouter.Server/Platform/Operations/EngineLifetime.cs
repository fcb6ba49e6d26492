namespace LeadRouter.Server.Platform.Operations;

/// <summary>Brings the engine to life before the server listens, and drains it after it has stopped listening.</summary>
/// <param name="screens">Tells the rep screens what other servers commit; null: there are none.</param>
internal sealed partial class EngineLifetime(
    SiloHost host, IEngineStore store, FloorView floor, JournalFollower<FloorView> follower, Readiness readiness, ILogger<EngineLifetime> logger, JournalFollower<RepScreensFollower>? screens = null)
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    public async Task StartAsync(CancellationToken cancel)
    {
        follower.StartAfter(await floor.StartAsync(cancel));
        screens?.StartAfter(await store.LastPositionAsync(cancel));
        await host.StartAsync(cancel);
        readiness.Recovered = true;
        var reps = floor.Reps().Count;
        LogRecovered(floor.OpenLeads, reps);
    }

    /// <summary>Finishes what has begun; what does not finish in time is durable and goes on at the next start.</summary>
    public async Task StopAsync()
    {
        readiness.Recovered = false;
        using var limit = new CancellationTokenSource(DrainTime);
        await host.DrainAsync(limit.Token);
        await host.DisposeAsync();
        LogDrained();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Recovered {leads} open leads and {reps} reps; ready")]
    private partial void LogRecovered(int leads, int reps);

    [LoggerMessage(Level = LogLevel.Information, Message = "Drained; everything that was accepted is durable")]
    private partial void LogDrained();
}

/// <summary>Whether the engine has recovered.</summary>
internal sealed class Readiness
{
    private volatile bool _recovered;

    public bool Recovered
    {
        get => _recovered;
        set => _recovered = value;
    }
}
