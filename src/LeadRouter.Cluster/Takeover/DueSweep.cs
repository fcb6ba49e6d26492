namespace LeadRouter.Cluster.Takeover;

/// <summary>
/// Deadlines of actors that are in no memory: each comes into this server's clock shortly before its time, when looking after
/// the actor is this server's part. An actor that is in another's memory is woken twice then, which changes nothing twice.
/// </summary>
internal sealed class DueSweep(SiloHost host, IEngineStore store, DeadlineClock clock, IMembers members, TimeProvider time) : ISweep
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(3);

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task LookAsync(bool lost, CancellationToken cancel)
    {
        foreach (var due in await store.ReadDueAsync(time.GetUtcNow() + Ahead, cancel))
        {
            // Whom mail waits for here is on its way into memory, and says itself what is due.
            if (host.Has(due.Id.Kind) && members.IsMine(due.Id) && !host.HasMail(due.Id))
                clock.SetUnlessKnown(due.Id, due.At);
        }
    }
}
