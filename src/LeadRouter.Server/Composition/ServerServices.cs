using System.Text.Json.Serialization;
using LeadRouter.Accounts;
using LeadRouter.Demo;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Telephony;
using LeadRouter.Turns.Views.Reps;
using LeadRouter.Cluster;
using LeadRouter.Observability;
using LeadRouter.Server.Boards;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Hubs;
using LeadRouter.Server.Intake;
using LeadRouter.Server.Journals;
using LeadRouter.Server.Metrics;
using LeadRouter.Server.Operations;
using LeadRouter.Storage.Sqlite;
using LeadRouter.Telephony;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Composition;

/// <summary>Puts the parts together.</summary>
internal static class ServerServices
{
    public static void AddLeadRouter(this IServiceCollection services, IConfiguration configuration, SqliteStore store, ServerOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(store);
        services.AddSingleton<IEngineStore>(store);
        services.AddSingleton<IStoreSignal>(store);
        services.AddSingleton<IDocumentStore>(store);
        services.AddSingleton<IIdSource, RandomIdSource>();
        services.AddSingleton<DeskService>();
        services.AddSingleton<IDeskSource>(provider => provider.GetRequiredService<DeskService>());
        services.AddSingleton<IQueueNames>(provider => provider.GetRequiredService<DeskService>());
        services.AddEngine(configuration);
        services.AddTelephony(configuration);
        services.AddSingleton<ICarrierEvents, CarrierReports>();
        services.AddSingleton(provider => new CarrierName(provider.GetService<ICarrier>()?.Name ?? "none"));
        services.AddSingleton(provider => new CallStarter(provider.GetRequiredService<IActorSystem>(), provider.GetRequiredService<IIdSource>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ICarrier>() is not null));
        services.AddLeadRouterAccounts(configuration);
        services.AddLeadRouterProblems();
        services.AddRouterMetrics();
        services.AddBoard();
        services.AddRepScreens();
        services.AddSingleton<MetricsObserver>();
        services.AddSingleton<InFlightKeys>();
        services.AddSingleton<IntakeEndpoint>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<EngineLifetime>();
        if (options.Demo)
            services.AddSingleton<DemoCentre>().AddHostedService(provider => provider.GetRequiredService<DemoCentre>());
        services.AddSingleton<LiveCredentials>();
        services.AddSignalR(hubs =>
        {
            hubs.MaximumReceiveMessageSize = 64 * 1024;
            hubs.AddFilter<LiveCredentials>();
        }).AddJsonProtocol(protocol => Json(protocol.PayloadSerializerOptions));
        services.ConfigureHttpJsonOptions(http => Json(http.SerializerOptions));
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "LeadRouter", Version = "v1", Description = "Inbound lead router: post leads, run the desk, read the board." };
            return Task.CompletedTask;
        }));
    }

    private static void AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<BoardService>();
        services.AddSingleton<BoardBroadcaster>();
        services.AddSingleton<IFloorReporter, LoneFloorReporter>();
        services.AddSingleton<JournalFollower<BoardService>>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalFollower<BoardService>>());
    }

    private static void AddRepScreens(this IServiceCollection services)
    {
        services.AddSingleton(new ServerName(Guid.NewGuid().ToString("N")));
        services.AddSingleton<RepPushMapper>();
        services.AddSingleton<RepLines>();
        services.AddSingleton<IScreenPort>(provider => provider.GetRequiredService<RepLines>());
        services.AddSingleton<RepScreens>();
        services.AddSingleton<ScreenLoads>();
        services.AddSingleton<RepDesk>();
        services.AddHostedService<RepStateRefresher>();
    }

    private static void AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider =>
        {
            var host = new SiloHost(
                [new LeadActor(), new RepActor(), new QueueActor(), new ContactActor(), new ReceiptActor()],
                provider.GetRequiredService<IEngineStore>(), provider.GetRequiredService<IDeskSource>(), provider.GetRequiredService<IIdSource>(), provider.GetRequiredService<TimeProvider>(),
                configuration.GetSection("Engine").Get<EngineOptions>() ?? new EngineOptions(),
                provider.GetRequiredService<ILoggerFactory>(), new EngineProbe(provider.GetRequiredService<RouterMetrics>()));
            return host;
        });
        services.AddSingleton<IActorSystem>(provider => provider.GetRequiredService<SiloHost>());
    }

    private static void Json(System.Text.Json.JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
