using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Ports;
using LeadRouter.Cluster;
using LeadRouter.Server.Boards;

namespace LeadRouter.Server.Operations;

/// <summary>Brings the engine to life before the server listens, and drains it after it has stopped listening.</summary>
internal sealed partial class EngineLifetime(SiloHost host, IEngineStore store, BoardService board, Readiness readiness, ILogger<EngineLifetime> logger)
{
    private const int PageSize = 500;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    public async Task StartAsync(CancellationToken cancel)
    {
        var leads = await OpenLeadsAsync(cancel);
        var reps = await RepsAsync(cancel);
        await board.RebuildAsync(store, leads, reps, cancel);
        await host.StartAsync(cancel);
        readiness.Recovered = true;
        LogRecovered(leads.Count, reps.Count);
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

    private async Task<List<Lead>> OpenLeadsAsync(CancellationToken cancel)
    {
        var leads = new List<Lead>();
        (DateTimeOffset, string)? before = null;
        while (true)
        {
            var page = await store.FindLeadsAsync(new LeadQuery { Open = true, Before = before, Limit = PageSize }, cancel);
            foreach (var id in page)
            {
                if (await store.LoadAsync(new ActorId(ActorKinds.Lead, id), cancel) is { } stored)
                    leads.Add(StoredJson.Read<Lead>(stored.State));
            }

            if (page.Count < PageSize)
                return leads;
            before = (leads[^1].ReceivedAt, leads[^1].Id.Value);
        }
    }

    private async Task<List<Rep>> RepsAsync(CancellationToken cancel)
    {
        var reps = new List<Rep>();
        foreach (var key in await store.ListKeysAsync(ActorKinds.Rep, cancel))
        {
            if (await store.LoadAsync(new ActorId(ActorKinds.Rep, key), cancel) is { } stored)
                reps.Add(StoredJson.Read<Rep>(stored.State));
        }

        return reps;
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
