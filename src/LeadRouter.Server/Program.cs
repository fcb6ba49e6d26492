using LeadRouter.Server.Platform.Composition;
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
        kestrel.Limits.MaxRequestBodySize = ServerOptions.MaxBodyBytes;
        kestrel.Limits.MaxConcurrentConnections = kestrel.Limits.MaxConcurrentUpgradedConnections = OpenFiles.Connections();
    });
    if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        builder.WebHost.UseUrls("http://127.0.0.1:8080");
    var options = ServerOptions.Read(builder.Configuration);
    if (options.BackupFile is { } file)
        return BackupCommand.Run(file, options, builder.Configuration);
    if (options.Demo)
        DemoSettings.Apply(builder.Configuration);
    using var logs = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole());
    await using var store = await RouterStore.OpenAsync(options, builder.Configuration, logs, CancellationToken.None);
    await using var cluster = options.Cluster is { } settings ? await ClusterLink.OpenAsync(settings) : null;
    builder.Services.AddLeadRouter(builder.Configuration, store, cluster, options);
    await using var app = builder.Build();
    app.Map(options);
    var news = await app.Services.GetRequiredService<EngineStart>().RunAsync(CancellationToken.None);
    await app.StartAsync();
    started = true;
    Banner.Print(Console.Out, app.Urls.First(), options, news, app.Services.GetRequiredService<ICarrier>().Name);
    var died = app.Services.GetRequiredService<SiloHost>().Died;
    await Task.WhenAny(app.WaitForShutdownAsync(), died);
    if (died.IsCompleted)
        return await Ending.AfterDeathAsync(app, await died);
    if (app.Services.GetRequiredService<ICarrier>() is IAsyncDisposable carrier)
        await carrier.DisposeAsync();
    await app.Services.GetRequiredService<EngineLifetime>().StopAsync();
    return 0;
}
catch (Exception refusal) when (refusal is StoreOpenException or StoreUnavailableException or StoredFormatException or OptionsValidationException or InvalidOperationException or IOException or FormatException or ArgumentException)
{
    await Console.Error.WriteLineAsync($"LeadRouter did not {(started ? "stop well" : "start")}: {refusal.Message}");
    return 1;
}
