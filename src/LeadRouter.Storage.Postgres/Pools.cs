using Npgsql;

namespace LeadRouter.Storage.Postgres;

/// <summary>The connections of a store but for the listener's: the batches never wait for a read to give one back.</summary>
internal sealed class Pools(PostgresStoreOptions options) : IAsyncDisposable
{
    public NpgsqlDataSource Readers { get; } = Sessions.Readers(options);

    public NpgsqlDataSource Writers { get; } = Sessions.Writers(options);

    /// <summary>Drops every kept connection: after a restart of the server all are dead, and each would fail one more call.</summary>
    public void Clear()
    {
        Readers.Clear();
        Writers.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Writers.DisposeAsync().ConfigureAwait(false);
        await Readers.DisposeAsync().ConfigureAwait(false);
    }
}
