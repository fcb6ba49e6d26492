using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LeadRouter.Storage.Sqlite.Sql;

/// <summary>Opens connections the way the store needs them. Never pooled: closing one must really close it.</summary>
internal static class Connections
{
    private const int BusyMilliseconds = 2000;

    public static SqliteConnection OpenWriter(string file, SqliteStoreOptions options)
    {
        // The page size counts only before the first page is written. FULL: a commit returns after the log's fsync.
        // Checkpoints are ours (WalKeeper), so that none happens inside a commit that somebody awaits; a log that grew
        // all the same shrinks when it starts over.
        return Open(file, SqliteOpenMode.ReadWriteCreate, string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA page_size = {options.PageSizeBytes};
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA fullfsync = ON;
            PRAGMA checkpoint_fullfsync = ON;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA journal_size_limit = {options.WalLimitBytes / 4};
            PRAGMA recursive_triggers = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -65536;
            """));
    }

    public static SqliteConnection OpenReader(string file) =>
        Open(file, SqliteOpenMode.ReadOnly, "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;");

    public static void Run(this SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode, string setUp)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            db.Open();
            SQLitePCL.raw.sqlite3_busy_timeout(db.Handle, BusyMilliseconds);
            db.Run(setUp);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
