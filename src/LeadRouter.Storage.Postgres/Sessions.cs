using Npgsql;

namespace LeadRouter.Storage.Postgres;

/// <summary>The settings of every connection.</summary>
internal static class Sessions
{
    // All writers share one lock, so a process that is suspended or cut off must not hold it for long, a wait for it must end
    // in an answer, and no single statement of ours takes longer unless the server is in trouble.
    private const string Settings = "-c synchronous_commit=on -c idle_in_transaction_session_timeout=10s -c lock_timeout=15s -c statement_timeout=30s "
        + "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2 -c tcp_user_timeout=15s";

    // Our statements are few; the longest-lived ones are prepared once per connection.
    private const int PreparedStatements = 40;

    public static NpgsqlDataSource Source(PostgresStoreOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            SearchPath = options.Schema,
            Options = Settings,
            MaxAutoPrepare = PreparedStatements,
            // The writer and the probe besides the readers.
            MaxPoolSize = options.ReadConnections + 2,
            MinPoolSize = 0,
        };
        return NpgsqlDataSource.Create(settings);
    }
}
