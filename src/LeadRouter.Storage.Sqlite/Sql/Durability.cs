using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LeadRouter.Storage.Sqlite.Sql;

/// <summary>
/// What group commit rests on (ADR 0002): an answer means that the disk has it. SQLite takes a mode that it cannot have without an error, so what
/// the writer's connection really has is read back before the first turn.
/// </summary>
internal static class Durability
{
    // OFF 0, NORMAL 1, FULL 2, EXTRA 3. With NORMAL a write-ahead log is synced at checkpoints only: a power cut takes what was answered since.
    private const long Full = 2;

    /// <exception cref="StoreOpenException">A crash or a power cut could take what this connection has committed, or readers would stop it.</exception>
    public static void Require(SqliteConnection db, string file)
    {
        if (Pragma(db, "journal_mode") is not "wal")
            throw new StoreOpenException($"'{file}' cannot have a write-ahead log: its file system lacks shared memory, as network drives do. Set a data folder on a local disk.");
        if (Pragma(db, "synchronous") is var level and not Full)
            throw new StoreOpenException(string.Create(CultureInfo.InvariantCulture, $"'{file}' would not wait for its disk (PRAGMA synchronous is {level}, and must be {Full}, FULL): a power cut could take what was answered. Start LeadRouter with the SQLite that it comes with."));
    }

    private static object? Pragma(SqliteConnection db, string name)
    {
        using var command = db.CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return command.ExecuteScalar();
    }
}
