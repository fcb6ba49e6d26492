using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LeadRouter.Campaign.Tests.Checks;

/// <summary>The journal as it lies on the disk, read by nothing of the server's.</summary>
internal static class Journal
{
    /// <summary>All events in the order in which they were written; the server must be stopped.</summary>
    public static async IAsyncEnumerable<JournalEntry> ReadAsync(string dataFolder)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "leadrouter.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT kind, key, at, type, data FROM events ORDER BY position";
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
