using System.Globalization;
using Npgsql;

namespace LeadRouter.Storage.Postgres.Schema;

/// <summary>Brings a schema forward by the embedded scripts (<c>NNNN-title.sql</c>), all in one transaction. There is no way back.</summary>
internal static class Migrator
{
    public static async Task<int> MigrateAsync(NpgsqlDataSource source, string schema, CancellationToken cancel)
    {
        var scripts = typeof(Migrator).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => (Version: int.Parse(n.AsSpan(0, 4), CultureInfo.InvariantCulture), Name: n)).OrderBy(s => s.Version).ToList();
        await using var db = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using var transaction = await db.BeginTransactionAsync(cancel).ConfigureAwait(false);
        // Several servers may start at once: the second one waits here and then finds the work done.
        await RunAsync(db, $"SELECT pg_advisory_xact_lock(hashtext('{schema}'), 1)", cancel).ConfigureAwait(false);
        await RunAsync(db, $"CREATE SCHEMA IF NOT EXISTS {schema}; CREATE TABLE IF NOT EXISTS {schema}.schema_version (version int NOT NULL)", cancel).ConfigureAwait(false);
        var found = await ScalarAsync(db, $"SELECT coalesce(max(version), 0) FROM {schema}.schema_version", cancel).ConfigureAwait(false) is int version ? version : 0;
        var latest = scripts[^1].Version;
        if (found > latest)
            throw new StoreOpenException($"The schema '{schema}' was written by a newer LeadRouter (version {found}; this one knows up to {latest}). Start the newer version again, or restore a backup made before the upgrade.");
        foreach (var script in scripts.Where(s => s.Version > found))
        {
            await RunAsync(db, Text(script.Name), cancel).ConfigureAwait(false);
            await RunAsync(db, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO {schema}.schema_version VALUES ({script.Version})"), cancel).ConfigureAwait(false);
        }
        // The answer of a commit must mean that it is on the disk; a role or a database may have set this otherwise.
        if (await ScalarAsync(db, "SHOW synchronous_commit", cancel).ConfigureAwait(false) is not "on" || await ScalarAsync(db, "SHOW fsync", cancel).ConfigureAwait(false) is not "on")
            throw new StoreOpenException("PostgreSQL does not wait for its disk. Set fsync and synchronous_commit to on.");
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        return latest;
    }

    private static async Task RunAsync(NpgsqlConnection db, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, db);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection db, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, db);
        return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
