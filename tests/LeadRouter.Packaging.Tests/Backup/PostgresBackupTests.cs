using System.Globalization;
using System.Text;
using LeadRouter.Packaging.Tests.Support;
using LeadRouter.Storage.Postgres;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LeadRouter.Packaging.Tests.Backup;

/// <summary>The handbook's commands for a cluster's database: a copy made while the store writes, restored into another one.</summary>
public sealed class PostgresBackupTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-dump-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ToolFact("pg_dump", "postgresql")]
    public async Task A_dump_while_turns_are_written_holds_what_was_durable_before_and_works_on()
    {
        using var server = PostgresServer.StartNew();
        long before, last;
        await using (var store = await OpenAsync(server, "postgres"))
        {
            await store.PutAsync("desk", "current", "{\"queues\":[]}"u8.ToArray(), null, CancellationToken.None);
            using var stop = new CancellationTokenSource();
            var written = 0L;
            var writing = Task.Run(async () =>
            {
                for (var i = 1L; !stop.IsCancellationRequested; i++)
                {
                    await store.CommitAsync(Turn(i), CancellationToken.None);
                    Volatile.Write(ref written, i);
                }
            });
            await Eventually.TrueAsync(() => Volatile.Read(ref written) > 50 || writing.IsFaulted, "50 turns");
            before = Volatile.Read(ref written);
            await RunAsync(server, 0);
            var during = Volatile.Read(ref written);
            await Eventually.TrueAsync(() => Volatile.Read(ref written) > during + 10 || writing.IsFaulted, "turns after the dump");
            await stop.CancelAsync();
            await writing;
            last = written;
        }

        await RunAsync(server, 1);

        await using var restored = await OpenAsync(server, "leadrouter_restored");
        var journal = await restored.ReadJournalAsync(0, DateTimeOffset.MinValue, 1_000_000, CancellationToken.None);
        ((long)journal.Count).ShouldBeInRange(before, last - 1);
        journal.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, journal.Count).Select(position => (long)position), "the journal as it was, without a gap");
        for (var i = 1L; i <= before; i++)
            (await restored.LoadAsync(Lead(i), CancellationToken.None))!.State.ShouldBe(Turn(i).State);
        (await restored.GetAsync("desk", "current", CancellationToken.None))!.Value.ShouldBe("{\"queues\":[]}"u8.ToArray());

        // And the next turn comes after all of them; the dump may know of places that were given since it began
        await restored.CommitAsync(Turn(last + 1), CancellationToken.None);
        (await restored.ReadJournalAsync(journal.Count, DateTimeOffset.MinValue, 10, CancellationToken.None)).Single().Data.ShouldBe("{}"u8.ToArray());
    }

    private Task<string> RunAsync(PostgresServer server, int block)
    {
        var at = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        return Commands.RunAsync(Handbook.Commands("PostgreSQL")[block],
            ("PGHOST", at.Host!), ("PGPORT", at.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", at.Username!), ("PGDATABASE", at.Database!), ("BACKUP", Path.Combine(_folder, "leadrouter.dump")));
    }

    private static ActorId Lead(long number) => new(ActorKinds.Lead, "l" + number.ToString(CultureInfo.InvariantCulture));

    private static TurnWrite Turn(long number) => new()
    {
        Id = Lead(number),
        ExpectedVersion = 0,
        State = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{number}}}""")),
        Events = [new EventWrite(1, Noon, "Happened", "{}"u8.ToArray())],
    };

    private static Task<PostgresStore> OpenAsync(PostgresServer server, string database) => PostgresStore.OpenAsync(
        new PostgresStoreOptions { ConnectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database }.ToString() }, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
}
