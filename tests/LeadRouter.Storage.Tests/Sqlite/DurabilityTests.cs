using LeadRouter.Storage.Sqlite;
using LeadRouter.Storage.Sqlite.Sql;
using LeadRouter.Turns.Ports;

namespace LeadRouter.Storage.Tests.Sqlite;

public sealed class DurabilityTests
{
    [Theory]
    [InlineData("PRAGMA synchronous = NORMAL", "PRAGMA synchronous is 1")]
    [InlineData("PRAGMA synchronous = OFF", "PRAGMA synchronous is 0")]
    [InlineData("PRAGMA journal_mode = DELETE", "cannot have a write-ahead log")]
    public async Task Require_ModeThatGroupCommitDoesNotStandOn_Refuses(string change, string expected)
    {
        await using var under = await SqliteUnderTest.OpenAsync();
        await under.Store.DisposeAsync();
        using var db = Connections.OpenWriter(under.Database, new SqliteStoreOptions { DataFolder = under.Folder });
        Durability.Require(db, under.Database);
        db.Run(change);
        Should.Throw<StoreOpenException>(() => Durability.Require(db, under.Database)).Message.ShouldContain(expected);
    }
}
