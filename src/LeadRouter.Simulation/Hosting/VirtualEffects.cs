namespace LeadRouter.Simulation.Hosting;

/// <summary>Carries out effects until they are done, and then takes them out of the outbox.</summary>
internal sealed class VirtualEffects(VirtualHost host, HostParts parts, IEffectHandler handler)
{
    private const double MostSeconds = 5;

    public void Start(OutboxKey key, Message message) => host.Later(parts.Draw.Seconds(0, 0.001), () => _ = RunAsync(key, message));

    private async Task RunAsync(OutboxKey key, Message message)
    {
        for (var failures = 0; !host.IsDead; failures++)
        {
            try
            {
                await handler.HandleAsync(message, CancellationToken.None);
                if (host.IsDead || await ConsumeAsync(key))
                    return;
            }
            catch (Exception trouble) when (trouble is StoreUnavailableException or OverloadedException)
            {
                // The store's trouble and full mailboxes are among the faults: the effect is tried again below.
            }

            await host.DelayAsync(TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures, 6)), MostSeconds)));
        }
    }

    private Task<bool> ConsumeAsync(OutboxKey key)
    {
        var done = new TaskCompletionSource<bool>();
        parts.Disk.Commit(new DurableWrite(key.From, 0, null, [], 0, key), end => done.SetResult(end != WriteEnd.NotWritten));
        return done.Task;
    }
}
