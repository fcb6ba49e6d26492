using LeadRouter.Storage.Sqlite;

namespace LeadRouter.StoreBench;

/// <summary>The embedded store, in a folder of the bench's own.</summary>
internal static class SqliteBench
{
    public static async Task RunAsync(BenchOptions options)
    {
        var folder = Path.Combine(options.Folder ?? Path.GetTempPath(), $"leadrouter-bench-{Environment.ProcessId}");
        var storeOptions = new SqliteStoreOptions { DataFolder = folder };
        if (options.CheckpointPages > 0) storeOptions = storeOptions with { CheckpointPages = options.CheckpointPages };
        if (options.PageSizeBytes > 0) storeOptions = storeOptions with { PageSizeBytes = options.PageSizeBytes };
        try
        {
            await using var store = await SqliteStore.OpenAsync(storeOptions, TimeProvider.System);
            Console.WriteLine($"{await Workload.RunAsync(store, options)}; wal {store.WalBytes >> 10} KiB");
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }
}
