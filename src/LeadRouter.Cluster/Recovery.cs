using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster;

/// <summary>
/// Picks up what the last process left. No actor runs before all of it is in the mailboxes: first that no screen is
/// connected now, then the messages on their way in their order, then the queues with somebody in them. So nothing
/// that a turn sets off overtakes what was sent before, and no deadline of a turn is put back to an older one.
/// </summary>
internal sealed partial class Recovery(SiloHost host, IEngineStore store, DeadlineClock clock, IReadOnlyCollection<string> kinds, IEngineProbe? probe, ILogger logger)
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
            Deliver(row);
        if (kinds.Contains(ActorKinds.Queue))
        {
            foreach (var index in await store.ListIndexesAsync(QueueIndexes.WaitingPrefix, cancel))
                host.Tell(new ActorId(ActorKinds.Queue, index[QueueIndexes.WaitingPrefix.Length..]), new Wake());
        }
    }

    /// <summary>A message that this program cannot read stays where it is for one that can: the rest goes on without it.</summary>
    private void Deliver(OutboxMessage row)
    {
        try
        {
            host.Deliver(row.Key, row.To, StoredJson.Read<Message>(row.Body));
        }
        catch (StoredFormatException unknown)
        {
            probe?.MessageFailed(row.To.Kind);
            LogUnknown(row.To.Kind, unknown.Message);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "A message to a {kind} stays in the outbox: {why}")]
    private partial void LogUnknown(string kind, string why);
}
