using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;

namespace LeadRouter.Cluster.Takeover;

/// <summary>
/// Picks up what the last process of a lone server left. No actor runs before all of it is in the mailboxes: first that no
/// screen is connected now, then the messages on their way in their order, then the queues with somebody in them. So nothing
/// that a turn sets off overtakes what was sent before, and no deadline of a turn is put back to an older one.
/// </summary>
internal sealed class Recovery(SiloHost host, IEngineStore store, DeadlineClock clock, Redelivery redelivery, IReadOnlyCollection<string> kinds)
{
    private const int PageSize = 1000;

    /// <summary>Returns when everything is in the mailboxes; a store that cannot write yet holds up nothing here.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var rows = await ReadOutboxAsync(cancel);
        host.OutboxStartsAfter(rows.Count == 0 ? 0 : rows.Max(row => row.Key.Sequence));
        foreach (var due in await store.ReadDueAsync(DateTimeOffset.MaxValue, cancel))
        {
            if (kinds.Contains(due.Id.Kind))
                clock.Set(due.Id, due.At);
        }

        if (kinds.Contains(ActorKinds.Rep))
        {
            foreach (var rep in await store.ListKeysAsync(ActorKinds.Rep, cancel))
                host.Tell(new ActorId(ActorKinds.Rep, rep), new TellRep(new ResetRepConnections()));
        }

        foreach (var row in rows.OrderBy(row => row.Key.Sequence))
            redelivery.Bring(row);
        if (kinds.Contains(ActorKinds.Queue))
        {
            foreach (var index in await store.ListIndexesAsync(QueueIndexes.WaitingPrefix, cancel))
                host.Tell(new ActorId(ActorKinds.Queue, index[QueueIndexes.WaitingPrefix.Length..]), new Wake());
        }
    }

    private async Task<List<OutboxMessage>> ReadOutboxAsync(CancellationToken cancel)
    {
        var rows = new List<OutboxMessage>();
        for (OutboxKey? after = null; ;)
        {
            var page = await store.ReadOutboxAsync(after, PageSize, cancel);
            rows.AddRange(page);
            if (page.Count < PageSize)
                return rows;
            after = page[^1].Key;
        }
    }
}
