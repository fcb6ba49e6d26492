using LeadRouter.Domain.Reps;
using LeadRouter.Engine.Actors;
using LeadRouter.Engine.Json;
using LeadRouter.Engine.Ports;
using LeadRouter.Engine.Queues;
using LeadRouter.Engine.Reps;

namespace LeadRouter.Hosting.Embedded;

/// <summary>
/// Picks up what the last process left: messages on their way first (so that order is kept), then deadlines, then
/// presence (no screen is connected now) and the queues with somebody in them.
/// </summary>
internal sealed class Recovery(EmbeddedHost host, IEngineStore store, DeadlineClock clock, IReadOnlyCollection<string> kinds)
{
    private const int PageSize = 1000;

    public async Task RunAsync(CancellationToken cancel)
    {
        await RedeliverAsync(cancel);
        foreach (var due in await store.ReadDueAsync(cancel))
            clock.Set(due.Id, due.At);
        if (kinds.Contains(ActorKinds.Rep))
            await Parallel.ForEachAsync(await store.ListKeysAsync(ActorKinds.Rep, cancel), cancel, async (rep, token) =>
                await host.AskAsync(new ActorId(ActorKinds.Rep, rep), new AskRep(new ResetRepConnections()), token));
        if (kinds.Contains(ActorKinds.Queue))
        {
            foreach (var index in await store.ListIndexesAsync(QueueIndexes.WaitingPrefix, cancel))
                host.Tell(new ActorId(ActorKinds.Queue, index[QueueIndexes.WaitingPrefix.Length..]), new Wake());
        }
    }

    private async Task RedeliverAsync(CancellationToken cancel)
    {
        // The rows are read before any is delivered: a turn may add rows that must not be delivered a second time.
        var rows = new List<OutboxMessage>();
        for (OutboxKey? after = null; ;)
        {
            var page = await store.ReadOutboxAsync(after, PageSize, cancel);
            rows.AddRange(page);
            if (page.Count < PageSize)
                break;
            after = page[^1].Key;
        }

        host.OutboxStartsAfter(rows.Count == 0 ? 0 : rows.Max(row => row.Key.Sequence));
        foreach (var row in rows.OrderBy(row => row.Key.Sequence))
            host.Deliver(row, EngineJson.Read<Message>(row.Body));
    }
}
