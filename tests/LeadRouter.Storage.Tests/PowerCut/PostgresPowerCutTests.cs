using LeadRouter.Storage.CrashWriter;
using LeadRouter.Storage.Postgres;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit.Abstractions;

namespace LeadRouter.Storage.Tests.PowerCut;

public sealed class PostgresPowerCutTests(ITestOutputHelper output)
{
    [CutDiskPostgresFact]
    public async Task Nothing_answered_is_lost_when_the_power_is_cut_at_any_instant()
    {
        var cuts = new PowerCuts();
        output.WriteLine($"{cuts}");
        var answers = 0;
        foreach (var cutsOfDisk in cuts.Disks())
        {
            await using var disk = await CutDisk.FormatAsync();
            using var server = PostgresServer.StartNew(disk.Folder);
            for (var cut = 0; cut < cutsOfDisk; cut++)
            {
                var answered = await WriteAsync(server, cuts.NextAnswers(), _ => Task.CompletedTask, () => cuts.Cut(disk));
                await disk.PowerOnAsync();
                server.StartAfterPowerCut();
                (await LossesAsync(server, answered)).ShouldBeEmpty($"after cut {cut + 1} of a disk, {cuts}");
                server.Verify();
                answers += answered.Count;
            }
        }
        output.WriteLine($"{answers} turns were answered.");
    }

    [CutDiskPostgresFact]
    public async Task A_server_that_does_not_sync_is_seen_to_lose_what_it_answered()
    {
        await using var disk = await CutDisk.FormatAsync();
        using var server = PostgresServer.StartNew(disk.Folder);
        // The store refuses to open on such a server, so it learns of it later.
        var answered = await WriteAsync(server, 500, StopSyncingAsync, disk.Cut);
        await disk.PowerOnAsync();
        server.ForgetAlteredSettings();
        server.StartAfterPowerCut();
        (await LossesAsync(server, answered)).ShouldNotBeEmpty();
    }

    /// <summary>Writes until so many turns are answered and the power is cut, and ends the server that has no disk any more.</summary>
    private static async Task<AnsweredTurns> WriteAsync(PostgresServer server, int answers, Func<PostgresServer, Task> whenOpen, Action cut)
    {
        var answered = new AnsweredTurns(answers);
        await using var store = await OpenAsync(server);
        await whenOpen(server);
        var writing = BusyWriters.RunAsync(store, answered.Add);
        await await Task.WhenAny(answered.Enough, writing);
        answered.EndComes();
        cut();
        server.Abandon();
        await Should.ThrowAsync<StoreUnavailableException>(() => writing);
        return answered;
    }

    private static async Task StopSyncingAsync(PostgresServer server)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await ScalarAsync(source, "ALTER SYSTEM SET fsync = off");
        await ScalarAsync(source, "SELECT pg_reload_conf()");
        await Eventually.NothingMissingAsync(async () => await ScalarAsync(source, "SHOW fsync") is "off" ? null : "the server has not read its settings again");
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<List<string>> LossesAsync(PostgresServer server, AnsweredTurns answered)
    {
        await using var store = await OpenAsync(server);
        return await answered.LossesAsync(store);
    }

    private static Task<PostgresStore> OpenAsync(PostgresServer server) =>
        PostgresStore.OpenAsync(new PostgresStoreOptions { ConnectionString = server.ConnectionString }, TimeProvider.System, NullLogger.Instance, CancellationToken.None);

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CutDiskPostgresFactAttribute : FactAttribute
    {
        public CutDiskPostgresFactAttribute() => Skip = PostgresServer.Hindrance ?? CutDisk.Hindrance.Value;
    }
}
