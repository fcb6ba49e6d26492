using LeadRouter.Storage.Sqlite;

namespace LeadRouter.Server.Composition;

/// <summary>What the command line and the settings say about the server itself.</summary>
/// <param name="DataFolder">Where everything is kept.</param>
/// <param name="WebFolder">The built web app, or null to serve none.</param>
/// <param name="Demo">Run a made-up call centre.</param>
/// <param name="BackupFile">Copy the database there and end, or null to serve.</param>
internal sealed record ServerOptions(string DataFolder, string? WebFolder, bool Demo, string? BackupFile)
{
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
        """;

    public static ServerOptions Read(IConfiguration configuration) => new(
        Path.GetFullPath(configuration["data"] ?? (configuration.GetValue("demo", false) ? "./data-demo" : "./data")), configuration["web"], configuration.GetValue("demo", false), configuration["backup"]);

    /// <summary>How the store is opened.</summary>
    public SqliteStoreOptions Store(IConfiguration configuration)
    {
        var store = new SqliteStoreOptions { DataFolder = DataFolder };
        return store with { CheckpointPages = configuration.GetValue("Store:CheckpointPages", store.CheckpointPages) };
    }

    /// <summary>Switches without a value get one, so that the configuration reads them.</summary>
    public static string[] Normalize(string[] args) => [.. args.Select((arg, i) =>
        arg.Equals("--demo", StringComparison.OrdinalIgnoreCase) && (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal)) ? "--demo=true" : arg)];
}
