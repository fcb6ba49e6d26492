using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Reps;

namespace LeadRouter.Cluster.Takeover;

/// <summary>Reps whose screens were connected to a server that is gone are told so; those of living servers are left alone.</summary>
internal sealed class ServerSweep(SiloHost host, IEngineStore store, IMembers members) : ISweep
{
    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task LookAsync(bool lost, CancellationToken cancel)
    {
        foreach (var index in await store.ListIndexesAsync(RepIndexes.ConnectedPrefix, cancel))
        {
            var server = index[RepIndexes.ConnectedPrefix.Length..];
            if (!await members.IsGoneAsync(server, cancel))
                continue;
            foreach (var entry in await store.ReadIndexAsync(index, cancel))
            {
                var rep = new ActorId(ActorKinds.Rep, entry.Key);
                if (members.IsMine(rep) && !host.HasMail(rep))
                    host.Tell(rep, new TellRep(new LoseServer(server)));
            }
        }
    }
}
