using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace LeadRouter.Storage.Sqlite.Sql;

/// <summary>
/// A prepared statement that is bound by position and run again and again. Microsoft.Data.Sqlite's commands look up each
/// parameter by name and box each value on every run, which is the greater part of a small write.
/// Not for two threads at a time. Parameters keep their values until bound again.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int MaxStackBytes = 2048;

    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 db, string sql)
    {
        _db = db;
        Check(sqlite3_prepare_v2(db, sql, out _statement));
    }

    public Statement Bind(int index, long value)
    {
        Check(sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public Statement Bind(int index, long? value) => value is { } v ? Bind(index, v) : BindNull(index);

    public Statement Bind(int index, string? value)
    {
        if (value is null) return BindNull(index);
        // One byte more than needed: an empty span has no address, and SQLite takes that for NULL.
        var most = value.Length * 3 + 1;
        Span<byte> utf8 = most <= MaxStackBytes ? stackalloc byte[most] : new byte[most];
        Check(sqlite3_bind_text(_statement, index, utf8[..Encoding.UTF8.GetBytes(value, utf8)]));
        return this;
    }

    public Statement Bind(int index, byte[] value)
    {
        Check(value.Length == 0 ? sqlite3_bind_zeroblob(_statement, index, 0) : sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    private Statement BindNull(int index)
    {
        Check(sqlite3_bind_null(_statement, index));
        return this;
    }

    /// <summary>Moves to the next row. After false the statement is ready for the next run; leave early only by <see cref="Reset"/>.</summary>
    public bool Step()
    {
        var code = sqlite3_step(_statement);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE)
        {
            sqlite3_reset(_statement);
            return false;
        }
        var failure = Failure(code);
        sqlite3_reset(_statement);
        throw failure;
    }

    /// <summary>Runs a statement that gives no rows, or whose rows do not matter.</summary>
    public void Execute()
    {
        if (Step()) Reset();
    }

    /// <summary>Runs the statement to its end and maps each row.</summary>
    public List<T> ToList<T>(Func<Statement, T> map)
    {
        var rows = new List<T>();
        try
        {
            while (Step()) rows.Add(map(this));
        }
        finally
        {
            Reset();
        }
        return rows;
    }

    /// <summary>Ends the run: a read that is not reset keeps its snapshot and holds up checkpoints.</summary>
    public void Reset() => sqlite3_reset(_statement);

    /// <summary>The row that the connection inserted last.</summary>
    public long InsertedRowId => sqlite3_last_insert_rowid(_db);

    /// <summary>Rows that the connection's last write inserted, changed or deleted.</summary>
    public int ChangedRows => sqlite3_changes(_db);

    public long Long(int column) => sqlite3_column_int64(_statement, column);

    public long? LongOrNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL ? null : Long(column);

    // By length, not up to the first zero byte.
    public string Text(int column) => Encoding.UTF8.GetString(sqlite3_column_blob(_statement, column));

    public string? TextOrNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL ? null : Text(column);

    public byte[] Blob(int column) => sqlite3_column_blob(_statement, column).ToArray();

    public byte[]? BlobOrNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL ? null : Blob(column);

    public DateTimeOffset Instant(int column) => new(Long(column), TimeSpan.Zero);

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != SQLITE_OK) throw Failure(code);
    }

    private SqliteException Failure(int code) =>
        new($"SQLite error {code}: {sqlite3_errmsg(_db).utf8_to_string()}.", code & 0xFF, sqlite3_extended_errcode(_db));
}
