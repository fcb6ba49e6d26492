using System.Globalization;
using LeadRouter.Storage.CrashWriter;
using LeadRouter.Storage.Sqlite;

// Writes until it is killed, and says each write on its output once it is acknowledged: "key version".
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using var store = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataFolder = args[0], CheckpointPages = 50 }, TimeProvider.System);
var say = new object();
await BusyWriters.RunAsync(store, (key, version) =>
{
    lock (say)
    {
        Console.WriteLine($"{key} {version}");
        Console.Out.Flush();
    }
});
