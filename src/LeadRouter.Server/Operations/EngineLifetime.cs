using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Ports;
using LeadRouter.Cluster;
using LeadRouter.Server.Boards;
using LeadRouter.Server.Hubs;
using LeadRouter.Server.Journals;

namespace LeadRouter.Server.Operations;

/// <summary>Brings the engine to life before the server listens, and drains it after it has stopped listening.</summary>
internal sealed partial class EngineLifetime(
    SiloHost host, IEngineStore store, BoardService board, JournalFollower<BoardService> follower, RepDesk desk, Readiness readiness, ILogger<EngineLifetime> logger)
{
    private const int PageSize = 500;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    public async Task StartAsync(CancellationToken cancel)
    {
        follower.StartAfter(await board.StartAsync(cancel));
        var reps = board.Reps();
        foreach (var rep in reps)
        {
            desk.See(rep);
            await SeedAsync(rep.Id, cancel);
        }

        await host.StartAsync(cancel);
        readiness.Recovered = true;
        LogRecovered(board.OpenLeads, reps.Count);
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

    /// <summary>Puts on a rep's desk the open leads that ring there or are his or hers.</summary>
    private async Task SeedAsync(RepId rep, CancellationToken cancel)
    {
        for ((DateTimeOffset, string)? before = null; ;)
        {
            var page = await store.FindLeadsAsync(new LeadQuery { Rep = rep.Value, Open = true, Before = before, Limit = PageSize }, cancel);
            if (page.Count == 0)
                return;
            var stored = await store.LoadManyAsync(ActorKinds.Lead, page, cancel);
            foreach (var lead in stored.Values.Select(row => StoredJson.Read<Lead>(row.State)))
                desk.See(null, lead);
            if (page.Count < PageSize)
                return;
            before = (StoredJson.Read<Lead>(stored[page[^1]].State).ReceivedAt, page[^1]);
        }
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
