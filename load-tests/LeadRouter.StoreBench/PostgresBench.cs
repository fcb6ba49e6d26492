using System.Diagnostics;
using System.Globalization;
using LeadRouter.Storage.Postgres;
using LeadRouter.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.StoreBench;

/// <summary>One or several processes that write to one PostgreSQL, started for the bench as the tests start theirs.</summary>
internal static class PostgresBench
{
    public static async Task RunAsync(BenchOptions options, string[] args)
    {
        using var server = PostgresServer.StartNew();
        var parts = await Task.WhenAll(Enumerable.Range(0, options.Processes).Select(part => ChildAsync([.. args, "--part", $"{part}", "--connection", server.ConnectionString])));
        foreach (var part in parts) Console.WriteLine(part);
        if (parts.Length > 1) Console.WriteLine($"{parts.Sum(part => int.Parse(part.Split(' ')[0], CultureInfo.InvariantCulture))} turns/s together");
    }

    /// <summary>What one of the processes does.</summary>
    public static async Task<string> PartAsync(string connection, BenchOptions options)
    {
        var storeOptions = new PostgresStoreOptions { ConnectionString = connection };
        await using var store = await PostgresStore.OpenAsync(storeOptions, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        return await Workload.RunAsync(store, options);
    }

    private static async Task<string> ChildAsync(string[] args)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(PostgresBench).Assembly.Location, .. args]) { RedirectStandardOutput = true })!;
        var line = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0 ? line.Trim() : throw new InvalidOperationException($"A writing process ended with {child.ExitCode}.");
    }
}
