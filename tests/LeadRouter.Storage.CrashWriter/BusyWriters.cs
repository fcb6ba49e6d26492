using System.Text;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.CrashWriter;

/// <summary>Actors that write turn after turn, each with all that a turn can have, until the store writes no more.</summary>
public static class BusyWriters
{
    private const int Writers = 16;

    /// <param name="acknowledged">Told of each turn once it is answered: the actor's key and its version.</param>
    public static Task RunAsync(IEngineStore store, Action<string, long> acknowledged) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(store, $"lead-{writer}", acknowledged)));

    private static async Task WriteAsync(IEngineStore store, string key, Action<string, long> acknowledged)
    {
        var id = new ActorId(ActorKinds.Lead, key);
        var rep = new ActorId(ActorKinds.Rep, "rep");
        var stored = await store.LoadAsync(id, CancellationToken.None);
        for (var version = (stored?.Version ?? 0) + 1; ; version++)
        {
            await store.CommitAsync(new TurnWrite
            {
                Id = id,
                ExpectedVersion = version - 1,
                OutboxSequence = version,
                State = Encoding.UTF8.GetBytes($"{version}"),
                Events = [new EventWrite(version, DateTimeOffset.UnixEpoch.AddSeconds(version), "Written", "{}"u8.ToArray())],
                Outbox = [new OutboxMessage(new OutboxKey(id, version), rep, [])],
                Consumed = version > 1 ? new OutboxKey(id, version - 1) : null,
                Index = [new IndexChange("open", id.Key, Encoding.UTF8.GetBytes($"{version}"))],
            }, CancellationToken.None);
            acknowledged(key, version);
        }
    }
}
