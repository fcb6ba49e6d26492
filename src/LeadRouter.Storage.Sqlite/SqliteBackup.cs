using Microsoft.Data.Sqlite;

namespace LeadRouter.Storage.Sqlite;

/// <summary>
/// Copies the database of a data folder as it is at one instant, page for page, also while a server uses it: the copy is one
/// more reader, which stops nobody. The write-ahead log grows meanwhile, as after any long read.
/// </summary>
public static class SqliteBackup
{
    /// <summary>Writes the copy, checks it, and gives its size in bytes. The target is there only when it is whole and on the disk.</summary>
    /// <param name="dataFolder">The folder of <c>leadrouter.db</c>.</param>
    /// <param name="target">The file to make; its folder is made when missing.</param>
    /// <exception cref="StoreOpenException">There is nothing to copy, or the target is there already, or one of them cannot be read or written.</exception>
    public static long Write(string dataFolder, string target)
    {
        var source = Path.Combine(Path.GetFullPath(dataFolder), "leadrouter.db");
        target = Path.GetFullPath(target);
        if (!File.Exists(source)) throw new StoreOpenException($"There is no database '{source}' to back up. Set the data folder.");
        if (File.Exists(target)) throw new StoreOpenException($"'{target}' is there already. Name a file that is not.");
        var unfinished = target + ".unfinished";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(unfinished);
            Copy(source, unfinished);
            using (var copy = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite)) copy.Flush(flushToDisk: true);
            File.Move(unfinished, target);
            return new FileInfo(target).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            File.Delete(unfinished);
            throw new StoreOpenException($"'{source}' could not be backed up to '{target}'. {e.Message}", e);
        }
    }

    private static void Copy(string source, string target)
    {
        using var from = Connections.OpenReader(source);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        to.Open();
        from.BackupDatabase(to);
        // One file that can be moved about: without this the copy would ask for a write-ahead log beside it.
        to.Run("PRAGMA journal_mode = DELETE");
        using var check = to.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        if ((string?)check.ExecuteScalar() is not "ok" and var trouble)
            throw new StoreOpenException($"The database '{source}' is damaged, and so is a copy of it: {trouble}. Keep the backups that you have.");
    }
}
