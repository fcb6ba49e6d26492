using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadRouter.Storage.Sqlite.Writing;

/// <summary>The writer's connection with its prepared statements. Used by the writer thread only.</summary>
internal sealed class WriteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly StatementSet _statements;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _savepoint;
    private readonly Statement _release;
    private readonly Statement _undo;
    private readonly Statement _probe;

    /// <summary>Takes over the connection.</summary>
    public WriteSession(SqliteConnection connection)
    {
        _connection = connection;
        Db = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        _statements = new StatementSet(Db);
        PageSizeBytes = PageSize(Db);
        _begin = _statements.Add("BEGIN IMMEDIATE");
        _commit = _statements.Add("COMMIT");
        _rollback = _statements.Add("ROLLBACK");
        _savepoint = _statements.Add("SAVEPOINT turn");
        _release = _statements.Add("RELEASE turn");
        _undo = _statements.Add("ROLLBACK TO turn");
        _probe = _statements.Add("INSERT INTO probe (id, filler) VALUES (1, zeroblob(?1)) ON CONFLICT (id) DO UPDATE SET filler = excluded.filler");
        Actors = new ActorRows(_statements);
        Journal = new JournalRows(_statements);
        Outbox = new OutboxRows(_statements);
        Index = new IndexRows(_statements);
        Leads = new LeadRows(_statements);
        Documents = new DocumentRows(_statements);
    }

    public sqlite3 Db { get; }
    public int PageSizeBytes { get; }
    public ActorRows Actors { get; }
    public JournalRows Journal { get; }
    public OutboxRows Outbox { get; }
    public IndexRows Index { get; }
    public LeadRows Leads { get; }
    public DocumentRows Documents { get; }

    public void Begin() => _begin.Execute();

    public void Commit() => _commit.Execute();

    /// <summary>Ends the transaction if SQLite has not done so itself, as it does after some failures.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Db) == 0) _rollback.Execute();
    }

    /// <summary>Applies one request so that a broken constraint undoes this one alone.</summary>
    public void ApplyAlone(WriteRequest request, Func<SqliteException, Exception> refusal)
    {
        _savepoint.Execute();
        try
        {
            request.Apply(this);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            _undo.Execute();
            request.Refuse(refusal(e));
        }
        _release.Execute();
    }

    public void Probe(int fillerBytes) => _probe.Bind(1, fillerBytes).Execute();

    private static int PageSize(sqlite3 db)
    {
        using var pragma = new Statement(db, "PRAGMA page_size");
        pragma.Step();
        return (int)pragma.Long(0);
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }
}
