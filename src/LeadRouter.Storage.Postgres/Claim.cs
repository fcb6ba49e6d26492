using Npgsql;

namespace LeadRouter.Storage.Postgres;

/// <summary>
/// Says for as long as the process lives who may use the schema: one server on its own, or the servers of one cluster. Two of
/// another kind beside each other would each look after everything.
/// </summary>
internal sealed class Claim : IAsyncDisposable
{
    /// <summary>After a restart of PostgreSQL its locks are gone: they are taken again within this.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private const string Text = """
        SELECT CASE WHEN $3 IS NULL THEN pg_try_advisory_lock(hashtext($1), 3) ELSE pg_try_advisory_lock_shared(hashtext($1), 3) END
           AND ($3 IS NULL OR pg_try_advisory_lock_shared(hashtext($1 || $2), hashtext($3)))
           AND NOT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                           AND classid = (hashtext($1 || $2)::bigint & 4294967295)::oid AND objid <> (hashtext(coalesce($3, ''))::bigint & 4294967295)::oid)
        """;

    private readonly string _connectionString;
    private readonly string _schema;
    private readonly string? _cluster;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private NpgsqlConnection? _connection;
    private Task _keeping = Task.CompletedTask;

    private Claim(PostgresStoreOptions options, string? cluster, TimeProvider time) => (_connectionString, _schema, _cluster, _time) = (Sessions.Listener(options), options.Schema, cluster, time);

    /// <param name="cluster">The cluster's id; null: the server is on its own.</param>
    /// <exception cref="StoreOpenException">Somebody else uses the schema.</exception>
    public static async Task<Claim> TakeAsync(PostgresStoreOptions options, string? cluster, TimeProvider time, CancellationToken cancel)
    {
        var claim = new Claim(options, cluster, time);
        if (!await claim.TryAsync(cancel).ConfigureAwait(false))
        {
            await claim.DisposeAsync().ConfigureAwait(false);
            throw new StoreOpenException(cluster is null
                ? "Another server uses this database. Several servers need Cluster:Redis, all of them."
                : $"A server on its own, or a cluster of another Cluster:Id than '{cluster}', uses this database.");
        }

        claim._keeping = Task.Run(claim.KeepAsync, CancellationToken.None);
        return claim;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_connection is not null) await _connection.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task<bool> TryAsync(CancellationToken cancel)
    {
        _connection = new NpgsqlConnection(_connectionString);
        await _connection.OpenAsync(cancel).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(Text, _connection)
        {
            Parameters = { new() { Value = _schema }, new() { Value = "/clusters" }, new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)_cluster ?? DBNull.Value } },
        };
        return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true;
    }

    private async Task KeepAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(Every, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await using var still = new NpgsqlCommand("SELECT 1", _connection);
                await still.ExecuteScalarAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
            {
                if (_connection is not null) await _connection.DisposeAsync().ConfigureAwait(false);
                try
                {
                    await TryAsync(_stop.Token).ConfigureAwait(false);
                }
                catch (NpgsqlException)
                {
                    // The server is away; it is tried again.
                }
            }
        }
    }
}
