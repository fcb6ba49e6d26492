using LeadRouter.Storage.Postgres;
using LeadRouter.Storage.Tests.Conformance;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Storage.Tests.Postgres;

/// <summary>A PostgreSQL store in a schema of its own; the server is shared by the classes of the collection.</summary>
internal sealed class PostgresUnderTest : IStoreUnderTest
{
    private readonly PostgresStoreOptions _options;

    private PostgresUnderTest(PostgresStoreOptions options, PostgresStore store)
    {
        _options = options;
        Store = store;
    }

    public PostgresStore Store { get; private set; }
    public IEngineStore Engine => Store;
    public IDocumentStore Documents => Store;
    public string Schema => _options.Schema;

    public static Task<PostgresUnderTest> OpenAsync(PostgresServer server) => OpenAsync(server.ConnectionString, options => options);

    public static async Task<PostgresUnderTest> OpenAsync(string connectionString, Func<PostgresStoreOptions, PostgresStoreOptions> change)
    {
        var options = change(new PostgresStoreOptions { ConnectionString = connectionString, Schema = "t_" + Guid.NewGuid().ToString("N") });
        return new PostgresUnderTest(options, await OpenAsync(options));
    }

    /// <summary>Another process's store on the same schema.</summary>
    public Task<PostgresStore> OpenSecondAsync() => OpenAsync(_options);

    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync(_options);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static Task<PostgresStore> OpenAsync(PostgresStoreOptions options) =>
        PostgresStore.OpenAsync(options, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
}

/// <summary>The server of the collection's tests, started by the first and stopped after the last.</summary>
public sealed class PostgresFixture : IDisposable
{
    public PostgresServer? Server { get; } = PostgresServer.Hindrance is null ? PostgresServer.StartNew() : null;

    /// <summary>For the shared suites, whose tests cannot be skipped by whoever inherits them: without PostgreSQL they fail with its reason.</summary>
    public PostgresServer Started => Server ?? throw new InvalidOperationException(PostgresServer.Hindrance);

    public void Dispose() => Server?.Dispose();
}

[CollectionDefinition("postgres")]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>;

/// <summary>A test that needs PostgreSQL; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Hindrance;
}
