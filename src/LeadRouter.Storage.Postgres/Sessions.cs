using Npgsql;

namespace LeadRouter.Storage.Postgres;

/// <summary>The settings of every connection.</summary>
internal static class Sessions
{
    /// <summary>
    /// What a batch of turns takes up at most on its way out, the large turn apart. A process that is suspended with half a batch sent holds
    /// the lock of all writers, so one that fits leaves in one piece: it is handed to the kernel by one call, which has room for it.
    /// </summary>
    public const int BatchBufferBytes = 2 << 20;

    // All writers share one lock, so a process that is suspended or cut off must not hold it for long, a wait for it must end
    // in an answer, and no single statement of ours takes longer unless the server is in trouble.
    private const string Settings = "-c synchronous_commit=on -c idle_in_transaction_session_timeout=10s -c lock_timeout=15s -c statement_timeout=30s "
        + "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2 -c tcp_user_timeout=15s";

    // Our statements are few; the longest-lived ones are prepared once per connection.
    private const int PreparedStatements = 40;

    // A dead connection is noticed after twice this: until then the waiters look when their time is up.
    private const int KeepAliveSeconds = 5;

    /// <summary>The connections of the batches and of the probe.</summary>
    public static NpgsqlDataSource Writers(PostgresStoreOptions options)
    {
        var settings = Common(options);
        settings.MaxPoolSize = 2;
        settings.CommandTimeout = options.CommitSeconds;
        settings.WriteBufferSize = BatchBufferBytes;
        settings.SocketSendBufferSize = BatchBufferBytes;
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>The connections of reads and documents.</summary>
    public static NpgsqlDataSource Readers(PostgresStoreOptions options)
    {
        var settings = Common(options);
        settings.MaxPoolSize = options.ReadConnections;
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>The one connection that only listens.</summary>
    public static string Listener(PostgresStoreOptions options)
    {
        var settings = Common(options);
        settings.Pooling = false;
        settings.KeepAlive = KeepAliveSeconds;
        return settings.ToString();
    }

    private static NpgsqlConnectionStringBuilder Common(PostgresStoreOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            SearchPath = options.Schema,
            Timeout = options.ConnectSeconds,
            MaxAutoPrepare = PreparedStatements,
            MinPoolSize = 0,
        };
        // The later one counts, so what guards the lock cannot be set otherwise by accident.
        settings.Options = $"{settings.Options} {Settings}".TrimStart();
        return settings;
    }
}
