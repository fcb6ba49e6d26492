namespace LeadRouter.Storage.Sqlite;

/// <summary>
/// Holds the data folder for this process. The operating system drops the lock with the process, however it ends, so a
/// file left behind by a crash locks nobody out. What stands in it says whether the folder was ever used.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    // What "somebody else has it" looks like: EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.
    private static readonly int[] TakenCodes = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>A database was in this folder before.</summary>
    public bool WasUsed => _file.Length > 0;

    /// <summary>Remembers that a database is in this folder: without it the folder is not empty, but has lost something.</summary>
    public void MarkUsed()
    {
        if (WasUsed) return;
        _file.Write("in use\n"u8);
        _file.Flush(flushToDisk: true);
    }

    public static DataFolderLock Take(string folder)
    {
        try
        {
            // People's names and numbers stand in it: it is the server's user's alone.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreOpenException($"The data folder '{folder}' cannot be created: {e.Message} Create it for the user that runs LeadRouter, or set another data folder.", e);
        }
        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(folder, "leadrouter.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (TakenCodes.Contains(e.HResult))
        {
            throw new StoreOpenException($"The data folder '{folder}' is in use by another LeadRouter process. Stop that one, or set another data folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreOpenException($"The data folder '{folder}' cannot be written: {e.Message} Make it writable for the user that runs LeadRouter, or set another data folder.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
