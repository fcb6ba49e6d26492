using SQLitePCL;

namespace LeadRouter.Storage.Sqlite.Sql;

/// <summary>The statements prepared on one connection, disposed together.</summary>
internal sealed class StatementSet(sqlite3 db) : IDisposable
{
    private readonly List<Statement> _statements = [];

    public Statement Add(string sql)
    {
        var statement = new Statement(db, sql);
        _statements.Add(statement);
        return statement;
    }

    public void Dispose() => _statements.ForEach(s => s.Dispose());
}
