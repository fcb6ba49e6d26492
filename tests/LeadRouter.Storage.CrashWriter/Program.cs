using System.Globalization;
using System.Text;
using LeadRouter.Storage.Sqlite;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;

// Writes until it is killed, and says each write on its output once it is acknowledged: "key version".
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int writers = 16;
await using var store = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = args[0], CheckpointPages = 50 }, TimeProvider.System);
var say = new object();
await Task.WhenAll(Enumerable.Range(0, writers).Select(WriteAsync));

async Task WriteAsync(int writer)
{
    var id = new ActorId(ActorKinds.Lead, $"lead-{writer}");
    var rep = new ActorId(ActorKinds.Rep, "rep");
    for (var version = 1L; ; version++)
    {
        await store.CommitAsync(new TurnWrite
        {
            Id = id,
            ExpectedVersion = version - 1,
            OutboxSequence = version,
            State = Encoding.UTF8.GetBytes($"{version}"),
            Events = [new EventWrite(version, DateTimeOffset.UnixEpoch.AddSeconds(version), "Written", [])],
            Outbox = [new OutboxMessage(new OutboxKey(id, version), rep, [])],
            Consumed = version > 1 ? new OutboxKey(id, version - 1) : null,
            Index = [new IndexChange("open", id.Key, Encoding.UTF8.GetBytes($"{version}"))],
        }, CancellationToken.None);
        lock (say)
        {
            Console.WriteLine($"{id.Key} {version}");
            Console.Out.Flush();
        }
    }
}
