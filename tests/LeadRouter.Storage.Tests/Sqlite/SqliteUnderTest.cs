using LeadRouter.Storage.Sqlite;
using LeadRouter.Storage.Tests.Conformance;
using LeadRouter.Turns.Ports;
using Microsoft.Data.Sqlite;

namespace LeadRouter.Storage.Tests.Sqlite;

/// <summary>A SQLite store in a folder of its own, which goes with it.</summary>
internal sealed class SqliteUnderTest : IStoreUnderTest
{
    private readonly SqliteStoreOptions _options;

    private SqliteUnderTest(SqliteStoreOptions options, SqliteStore store)
    {
        _options = options;
        Store = store;
    }

    public SqliteStore Store { get; private set; }
    public IEngineStore Engine => Store;
    public IDocumentStore Documents => Store;
    public string Folder => _options.DataFolder;
    public string Database => Path.Combine(Folder, "leadrouter.db");
    public string Wal => Database + "-wal";

    public static string NewFolder() => Path.Combine(Path.GetTempPath(), "leadrouter-test-" + Guid.NewGuid().ToString("N"));

    public static async Task<SqliteUnderTest> OpenAsync(Func<SqliteStoreOptions, SqliteStoreOptions>? change = null)
    {
        var options = new SqliteStoreOptions { DataFolder = NewFolder() };
        if (change is not null) options = change(options);
        return new SqliteUnderTest(options, await SqliteStore.OpenAsync(options, TimeProvider.System));
    }

    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await SqliteStore.OpenAsync(_options, TimeProvider.System);
    }

    /// <summary>A connection of somebody else.</summary>
    public SqliteConnection Connect()
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        db.Open();
        return db;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
