using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadRouter.Storage.Sqlite.Reading;

/// <summary>A read-only connection. Each read is one statement, run to its end: no snapshot outlives it.</summary>
internal sealed class ReadSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _db;
    private readonly StatementSet _statements;
    private readonly Dictionary<string, Statement> _prepared = [];

    /// <summary>Takes over the connection.</summary>
    public ReadSession(SqliteConnection connection)
    {
        _connection = connection;
        _db = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        _statements = new StatementSet(_db);
    }

    /// <summary>A statement that is kept. For constant texts only, or the statements would pile up.</summary>
    public Statement Prepared(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
            _prepared[sql] = statement = _statements.Add(sql);
        return statement;
    }

    /// <summary>A statement for one run; the caller disposes of it.</summary>
    public Statement Once(string sql) => new(_db, sql);

    /// <summary>Stops the read that is running, from another thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(_db);

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }
}
