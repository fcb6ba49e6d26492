using LeadRouter.Storage.Postgres;
using LeadRouter.Storage.Sqlite;

namespace LeadRouter.Server.Platform.Composition;

/// <summary>The store that the settings choose: SQLite in the data folder, or a PostgreSQL that several servers share.</summary>
internal sealed class RouterStore : IAsyncDisposable
{
    private readonly IAsyncDisposable _opened;
    private readonly bool _isShared;

    private RouterStore(IAsyncDisposable opened, bool isShared) => (_opened, _isShared) = (opened, isShared);

    public IEngineStore Engine => (IEngineStore)_opened;

    public IDocumentStore Documents => (IDocumentStore)_opened;

    public IStoreSignal Signal => (IStoreSignal)_opened;

    /// <summary>What other servers change.</summary>
    public IDocumentJournal Shared => _isShared ? (IDocumentJournal)_opened : new NoDocumentJournal();

    public SqliteStore? Sqlite => _opened as SqliteStore;

    /// <exception cref="StoreOpenException">It cannot be opened; the message says why.</exception>
    public static async Task<RouterStore> OpenAsync(ServerOptions options, IConfiguration configuration, ILoggerFactory logs, CancellationToken cancel)
    {
        if (options.Postgres is not { } postgres)
            return new RouterStore(await SqliteStore.OpenAsync(options.Sqlite(configuration), TimeProvider.System, logs.CreateLogger<SqliteStore>()), isShared: false);
        try
        {
            var store = await PostgresStore.OpenAsync(ServerOptions.Shared(postgres, configuration), TimeProvider.System, logs.CreateLogger<PostgresStore>(), cancel);
            await store.ClaimAsync(options.Cluster?.Id, cancel);
            return new RouterStore(store, isShared: options.Cluster is not null);
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new StoreOpenException($"Store:{wrong.Message}", wrong);
        }
        catch (Exception refusal) when (refusal is StoreOpenException or ArgumentException)
        {
            throw new StoreOpenException($"Store:Postgres: {refusal.Message}", refusal);
        }
    }

    public ValueTask DisposeAsync() => _opened.DisposeAsync();
}
