using LeadRouter.Storage.Postgres;
using LeadRouter.Storage.Sqlite;

namespace LeadRouter.Server.Platform.Composition;

/// <summary>What the command line and the settings say about the server itself.</summary>
/// <param name="DataFolder">Where everything is kept.</param>
/// <param name="WebFolder">The built web app, or null to serve none.</param>
/// <param name="Demo">Run a made-up call centre.</param>
/// <param name="BackupFile">Copy the database there and end, or null to serve.</param>
/// <param name="Postgres">The connection string of a PostgreSQL that takes the place of the data folder, or null.</param>
/// <param name="Cluster">Where the other servers are; null: there are none.</param>
internal sealed record ServerOptions(string DataFolder, string? WebFolder, bool Demo, string? BackupFile, string? Postgres, ClusterSettings? Cluster)
{
    /// <summary>The largest body that is read anywhere: a desk's.</summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;

    public const string Help = """
        LeadRouter: inbound lead router for high-volume call centres

          --urls URL        where to listen (default http://127.0.0.1:8080)
          --data DIR        where everything is kept (default ./data)
          --web DIR         the built web app to serve
          --demo            run a made-up call centre on a simulated carrier; nothing leaves the machine
          --backup FILE     copy the database to FILE, also while a server uses it, and end
          --help            this text

        Every setting can be given as --Section:Key VALUE, as LEADROUTER__Section__Key in the environment, or in
        appsettings.json; see docs/settings.md. Often wanted:

          --Telephony:Carrier none|simulated|twilio
          LEADROUTER__Bootstrap__AdminPassword=...   makes the first administrator 'admin' without the printed link
          LEADROUTER__Store__Postgres=...            keeps everything in PostgreSQL instead of the data folder
          LEADROUTER__Cluster__Redis=...             one of several servers on that PostgreSQL, which find each other in Redis
        """;

    /// <exception cref="ArgumentException">Settings that make no sense, or not together; the message names one.</exception>
    public static ServerOptions Read(IConfiguration configuration)
    {
        var demo = configuration.GetValue("demo", false);
        var options = new ServerOptions(Path.GetFullPath(configuration["data"] ?? (demo ? "./data-demo" : "./data")), configuration["web"], demo, configuration["backup"],
            Given(configuration, "Store:Postgres"), ReadCluster(configuration));
        if (options.Cluster is not null && options.Postgres is null)
            throw new ArgumentException("Cluster:Redis is set without Store:Postgres. Several servers share one PostgreSQL: set Store:Postgres too, or leave out Cluster:Redis.");
        if (demo && options.Postgres is not null)
            throw new ArgumentException("--demo makes up a call centre in a data folder of its own: leave out Store:Postgres.");
        if (options.Cluster is not null && string.Equals(configuration["Telephony:Carrier"]?.Trim(), "simulated", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("Telephony:Carrier is 'simulated', whose calls live in one server's memory: with Cluster:Redis use none or twilio.");
        return options;
    }

    /// <summary>How the store in the data folder is opened.</summary>
    public SqliteStoreOptions Sqlite(IConfiguration configuration)
    {
        var store = new SqliteStoreOptions { DataFolder = DataFolder };
        return store with { CheckpointPages = configuration.GetValue("Store:CheckpointPages", store.CheckpointPages) };
    }

    /// <summary>How the store that several servers may share is opened.</summary>
    public static PostgresStoreOptions Shared(string connection, IConfiguration configuration)
    {
        var store = new PostgresStoreOptions { ConnectionString = connection };
        return store with
        {
            StartSeconds = configuration.GetValue("Store:StartSeconds", store.StartSeconds),
            ConnectSeconds = configuration.GetValue("Store:ConnectSeconds", store.ConnectSeconds),
            CommitSeconds = configuration.GetValue("Store:CommitSeconds", store.CommitSeconds),
        };
    }

    /// <summary>Switches without a value get one, so that the configuration reads them.</summary>
    public static string[] Normalize(string[] args) => [.. args.Select((arg, i) =>
        arg.Equals("--demo", StringComparison.OrdinalIgnoreCase) && (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal)) ? "--demo=true" : arg)];

    private static ClusterSettings? ReadCluster(IConfiguration configuration)
    {
        var section = configuration.GetSection(ClusterSettings.Section);
        if (Given(configuration, "Cluster:Redis") is null)
        {
            return section.GetChildren().FirstOrDefault(setting => !string.IsNullOrWhiteSpace(setting.Value)) is { } half
                ? throw new ArgumentException($"{half.Path} is set without Cluster:Redis, where the servers find each other.")
                : null;
        }

        var cluster = section.Get<ClusterSettings>()!;
        cluster.Validate();
        return cluster;
    }

    private static string? Given(IConfiguration configuration, string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
