using LeadRouter.Storage.Sqlite.Reading;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>
/// Moves the write-ahead log into the database, on the writer thread, after the callers of a batch have their answers.
/// Small passive checkpoints do it nearly always: SQLite then starts the log over with the next write, unless a reader still
/// looks at it. When readers overlap so much that it never starts over, reads are paused for the moment it takes to empty it.
/// </summary>
internal sealed class WalKeeper(sqlite3 db, ReadPool reads, SqliteStoreOptions options, int pageSizeBytes, ILogger log)
{
    private const int PagesWritten = 9; // SQLITE_DBSTATUS_CACHE_WRITE
    private const long WalHeaderBytes = 32;
    private const long FrameHeaderBytes = 24;
    private static readonly TimeSpan ShortPause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(2);

    private readonly long _firstTryBytes = options.WalLimitBytes / 4;
    private long _nextTryBytes = options.WalLimitBytes / 4;
    private int _pages;
    private bool _failing;

    public void AfterCommit()
    {
        raw.sqlite3_db_status(db, PagesWritten, out var pages, out _, 1);
        _pages += pages;
        if (_pages < options.CheckpointPages) return;
        _pages = 0;
        var walBytes = Checkpoint(raw.SQLITE_CHECKPOINT_PASSIVE);
        if (walBytes >= _nextTryBytes) Empty(walBytes);
    }

    /// <summary>Empties the log when the store closes; whatever fails here is done by the next opening.</summary>
    public void Finish() => Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);

    private void Empty(long walBytes)
    {
        if (!reads.TryPause(walBytes >= options.WalLimitBytes ? LongPause : ShortPause))
        {
            PutOff(walBytes);
            return;
        }
        try
        {
            var left = Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
            if (left == 0) _nextTryBytes = _firstTryBytes;
            else PutOff(left);
        }
        finally
        {
            reads.Resume();
        }
    }

    // Trying after each commit would stop the writers again and again for a reader that takes its time.
    private void PutOff(long walBytes)
    {
        var overLimit = walBytes >= options.WalLimitBytes;
        _nextTryBytes = overLimit ? walBytes * 2 : Math.Min(walBytes * 2, options.WalLimitBytes);
        if (overLimit) Log.WalOverLimit(log, walBytes);
    }

    private long Checkpoint(int mode)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(db, "main", mode, out var pages, out _);
        // BUSY: somebody else reads. It is no failure; the log's size says whether it matters.
        var failed = code is not (raw.SQLITE_OK or raw.SQLITE_BUSY);
        if (failed && !_failing) Log.CheckpointFails(log, raw.sqlite3_errmsg(db).utf8_to_string());
        if (!failed && _failing) Log.CheckpointWorksAgain(log);
        _failing = failed;
        return pages <= 0 ? 0 : WalHeaderBytes + pages * (FrameHeaderBytes + pageSizeBytes);
    }
}
