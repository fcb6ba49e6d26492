using LeadRouter.Storage.Sqlite.Reading;
using LeadRouter.Storage.Sqlite.Schema;
using LeadRouter.Storage.Sqlite.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Storage.Sqlite;

/// <summary>The parts of an open store, put together and taken apart in the right order.</summary>
internal sealed class OpenedStore : IAsyncDisposable
{
    private readonly DataFolderLock _folder;
    private readonly WriteSession _session;
    private readonly WalKeeper _wal;
    private int _disposed;

    private OpenedStore(string file, DataFolderLock folder, WriteSession session, ReadPool reads, SqliteStoreOptions options, TimeProvider time, ILogger log)
    {
        DatabaseFile = file;
        _folder = folder;
        _session = session;
        Reads = reads;
        Health = new StoreHealth(log);
        _wal = new WalKeeper(session.Db, reads, options, session.PageSizeBytes, log);
        Writer = new GroupCommitWriter(session, _wal, Health, options, time);
    }

    public string DatabaseFile { get; }
    public ReadPool Reads { get; }
    public GroupCommitWriter Writer { get; }
    public StoreHealth Health { get; }

    public static OpenedStore Open(SqliteStoreOptions options, TimeProvider time, ILogger? logger)
    {
        var log = logger ?? NullLogger.Instance;
        var folder = Path.GetFullPath(options.DataFolder);
        var opened = new Stack<IDisposable>();
        try
        {
            var held = Opened(opened, DataFolderLock.Take(folder));
            var file = Path.Combine(folder, "leadrouter.db");
            if (held.WasUsed && new FileInfo(file) is not { Exists: true, Length: > 0 })
                throw new StoreOpenException($"The data folder '{folder}' was in use, and its database leadrouter.db is gone or empty. Restore a backup, or set another data folder to start empty.");
            var connection = Opened(opened, Connections.OpenWriter(file, options));
            Durability.Require(connection, file);
            var schema = Migrator.Migrate(connection, file, log);
            held.MarkUsed();
            var session = Opened(opened, new WriteSession(connection));
            var readers = Enumerable.Range(0, options.ReadConnections)
                .Select(_ => Opened(opened, new ReadSession(Connections.OpenReader(file)))).ToList();
            Log.Opened(log, folder, schema);
            return new OpenedStore(file, held, session, new ReadPool(readers, options.MaxWaitingReads), options, time, log);
        }
        catch (Exception e)
        {
            foreach (var part in opened) part.Dispose();
            if (e is SqliteException sqlite) throw new StoreOpenException(Explain(folder, sqlite), sqlite);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await Writer.DisposeAsync().ConfigureAwait(false);
        await Reads.DisposeAsync().ConfigureAwait(false);
        _wal.Finish();
        _session.Dispose();
        _folder.Dispose();
    }

    private static T Opened<T>(Stack<IDisposable> parts, T part) where T : IDisposable
    {
        parts.Push(part);
        return part;
    }

    private static string Explain(string folder, SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT =>
            $"The database in '{folder}' is damaged. {e.Message} Restore a backup of the folder, or move it away to start empty.",
        SQLitePCL.raw.SQLITE_FULL =>
            $"The disk of '{folder}' is full. Make room and start again.",
        SQLitePCL.raw.SQLITE_BUSY =>
            $"The database in '{folder}' is locked by another program. Close what has it open and start again.",
        _ => $"The database in '{folder}' cannot be opened. {e.Message} Check that the folder and its files are writable for the user that runs LeadRouter.",
    };
}
