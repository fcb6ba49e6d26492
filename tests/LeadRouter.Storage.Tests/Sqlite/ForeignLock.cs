using Microsoft.Data.Sqlite;

namespace LeadRouter.Storage.Tests.Sqlite;

/// <summary>Holds the database's write lock, so that the store's writer waits in the middle of what it does.</summary>
internal sealed class ForeignLock : IDisposable
{
    private readonly SqliteConnection _db;

    public ForeignLock(SqliteUnderTest under)
    {
        _db = under.Connect();
        Run("BEGIN IMMEDIATE");
    }

    public void Dispose()
    {
        Run("ROLLBACK");
        _db.Dispose();
    }

    private void Run(string sql)
    {
        using var command = _db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
