using LeadRouter.Turns.Queues;

namespace LeadRouter.Cluster.Takeover;

/// <summary>Queues that somebody waits in are kept in memory; after a server is gone they compare their books: what it was about to tell them is lost.</summary>
internal sealed class QueueSweep(SiloHost host, IEngineStore store, IMembers members) : ISweep
{
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task LookAsync(bool lost, CancellationToken cancel)
    {
        foreach (var index in await store.ListIndexesAsync(QueueIndexes.WaitingPrefix, cancel))
        {
            var queue = new ActorId(ActorKinds.Queue, index[QueueIndexes.WaitingPrefix.Length..]);
            if (members.IsMine(queue))
                host.Tell(queue, lost ? new CompareQueue() : new Wake());
        }
    }
}
