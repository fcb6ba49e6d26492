using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>The journal as it lies on the disk, read by nothing of the server's.</summary>
internal static class Journal
{
    private const string Events = "SELECT kind, key, at, type, data FROM events ORDER BY position";

    /// <summary>All events of a data folder in the order in which they were written; the server must be stopped.</summary>
    public static IAsyncEnumerable<JournalEntry> OfFolderAsync(string dataFolder) => ReadAsync(
        new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "leadrouter.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString()));

    /// <summary>All events of a fleet's PostgreSQL in the order in which they were written.</summary>
    public static IAsyncEnumerable<JournalEntry> OfPostgresAsync(string connectionString) => ReadAsync(Postgres(connectionString));

    /// <summary>The number of the last event of a fleet.</summary>
    public static async Task<long> LastAsync(string connectionString)
    {
        await using var connection = Postgres(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(position), 0) FROM events";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static NpgsqlConnection Postgres(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = "leadrouter", Pooling = false }.ToString());

    private static async IAsyncEnumerable<JournalEntry> ReadAsync(DbConnection connection)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = Events;
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var at = new DateTimeOffset(rows.GetInt64(2), TimeSpan.Zero);
                yield return new JournalEntry(rows.GetString(0), rows.GetString(1), at, rows.GetString(3), JsonSerializer.Deserialize<JsonElement>(rows.GetFieldValue<byte[]>(4)));
            }
        }
    }
}

/// <summary>One event.</summary>
internal sealed record JournalEntry(string Kind, string Key, DateTimeOffset At, string Type, JsonElement Data)
{
    public string Text(string name) => Data.GetProperty(name).GetString()!;

    public bool Flag(string name) => Data.GetProperty(name).GetBoolean();

    public DateOnly Day(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At, zone).DateTime);

    public static DateOnly ParseDay(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
