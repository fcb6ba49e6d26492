using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LeadRouter.Storage.Sqlite.Sql;

/// <summary>Opens connections the way the store needs them. Never pooled: closing one must really close it.</summary>
internal static class Connections
{
    private const int BusyMilliseconds = 2000;

    public static SqliteConnection OpenWriter(string file, int pageSizeBytes)
    {
        var db = Open(file, SqliteOpenMode.ReadWriteCreate);
        // The page size counts only before the first page is written. FULL: a commit returns after the log's fsync.
        // Checkpoints are ours (WalKeeper), so that none happens inside a commit that somebody awaits.
        db.Run(string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA page_size = {pageSizeBytes};
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA fullfsync = ON;
            PRAGMA checkpoint_fullfsync = ON;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA recursive_triggers = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -65536;
            """));
        return db;
    }

    public static SqliteConnection OpenReader(string file)
    {
        var db = Open(file, SqliteOpenMode.ReadOnly);
        db.Run("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;");
        return db;
    }

    public static void Run(this SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            db.Open();
            SQLitePCL.raw.sqlite3_busy_timeout(db.Handle, BusyMilliseconds);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
