using LeadRouter.Turns.Ports;
using LeadRouter.Server.Composition;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Hubs;
using LeadRouter.Server.Operations;
using LeadRouter.Storage.Sqlite;
using Microsoft.Extensions.Options;

if (args.Contains("--help", StringComparer.OrdinalIgnoreCase))
{
    Console.WriteLine(ServerOptions.Help);
    return 0;
}

var started = false;
try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ServerOptions.Normalize(args) });
    builder.Configuration.AddEnvironmentVariables("LEADROUTER__");
    builder.Configuration.AddCommandLine(ServerOptions.Normalize(args));
    // Why it does not start is said below, in one line; the host would add its stack trace.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = DeskEndpoints.MaxBytes;
    });
    if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        builder.WebHost.UseUrls("http://127.0.0.1:8080");
    var options = ServerOptions.Read(builder.Configuration);
    if (options.BackupFile is { } file)
        return BackupCommand.Run(file, options, builder.Configuration);
    if (options.Demo)
        DemoSettings.Apply(builder.Configuration);
    using var logs = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole());
    await using var store = await SqliteStore.OpenAsync(options.Store(builder.Configuration), TimeProvider.System, logs.CreateLogger<SqliteStore>());
    builder.Services.AddLeadRouter(builder.Configuration, store, options);
    await using var app = builder.Build();
    app.Map(options);
    var news = await app.Services.StartEngineAsync(options, CancellationToken.None);
    await app.StartAsync();
    started = true;
    Banner.Print(Console.Out, app.Urls.First(), options, news, app.Services.GetRequiredService<CarrierName>().Value);
    await app.WaitForShutdownAsync();
    if (app.Services.GetService<ICarrier>() is IAsyncDisposable carrier)
        await carrier.DisposeAsync();
    await app.Services.GetRequiredService<EngineLifetime>().StopAsync();
    return 0;
}
catch (Exception refusal) when (refusal is StoreOpenException or OptionsValidationException or InvalidOperationException or IOException or FormatException or ArgumentException)
{
    await Console.Error.WriteLineAsync($"LeadRouter did not {(started ? "stop well" : "start")}: {refusal.Message}");
    return 1;
}
