using System.Text.Json.Serialization;
using LeadRouter.Accounts;
using LeadRouter.Cluster;
using LeadRouter.Cluster.Sharing;
using LeadRouter.Demo;
using LeadRouter.Observability;
using LeadRouter.Server.Boards;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Hubs;
using LeadRouter.Server.Intake;
using LeadRouter.Server.Journals;
using LeadRouter.Server.Metrics;
using LeadRouter.Server.Operations;
using LeadRouter.Telephony;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Telephony;
using LeadRouter.Turns.Views.Reps;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace LeadRouter.Server.Composition;

/// <summary>Puts the parts together.</summary>
internal static class ServerServices
{
    public static void AddLeadRouter(this IServiceCollection services, IConfiguration configuration, RouterStore store, ClusterLink? cluster, ServerOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(store);
        services.AddSingleton(store.Engine);
        services.AddSingleton(store.Documents);
        services.AddSingleton(store.Signal);
        if (store.Shared is { } shared)
            services.AddSingleton(shared);
        services.AddSingleton<IIdSource, RandomIdSource>();
        services.AddSingleton<DeskService>();
        services.AddSingleton<IDeskSource>(provider => provider.GetRequiredService<DeskService>());
        services.AddSingleton<IQueueNames>(provider => provider.GetRequiredService<DeskService>());
        services.AddSingleton<IDocumentReader>(provider => provider.GetRequiredService<DeskService>());
        services.AddEngine(configuration);
        if (cluster is not null)
            services.AddCluster(cluster);
        services.AddTelephony(configuration);
        services.AddSingleton<ICarrierEvents, CarrierReports>();
        services.AddSingleton(provider => new CarrierName(provider.GetService<ICarrier>()?.Name ?? "none"));
        services.AddSingleton(provider => new CallStarter(provider.GetRequiredService<IActorSystem>(), provider.GetRequiredService<IIdSource>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ICarrier>() is not null));
        services.AddLeadRouterAccounts(configuration);
        services.AddLeadRouterProblems();
        services.AddRouterMetrics();
        services.AddBoard();
        services.AddScreens(isShared: cluster is not null);
        services.AddSingleton<MetricsObserver>();
        services.AddSingleton<PostRegistrar>();
        services.AddSingleton<IntakeEndpoint>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<EngineLifetime>();
        if (options.Demo)
            services.AddSingleton<DemoCentre>().AddHostedService(provider => provider.GetRequiredService<DemoCentre>());
        services.AddSingleton<LiveCredentials>();
        services.AddSignalR(hubs =>
        {
            hubs.MaximumReceiveMessageSize = 64 * 1024;
            hubs.AddFilter<CallLimits>();
            hubs.AddFilter<LiveCredentials>();
        }).AddJsonProtocol(protocol => Json(protocol.PayloadSerializerOptions));
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.ConfigureHttpJsonOptions(http => Json(http.SerializerOptions));
        services.AddOpenApi(openApi =>
        {
            openApi.AddSchemaTransformer(WireSchemas.Describe);
            openApi.AddDocumentTransformer(ApiDescription.Describe);
            openApi.AddDocumentTransformer(HubDescription.Describe);
            openApi.AddOperationTransformer(ApiDescription.DescribeAccess);
        });
    }

    private static void AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<BoardService>();
        services.AddSingleton<BoardBroadcaster>();
        services.AddSingleton<IFloorReporter, FirstServerReporter>();
        services.AddSingleton<JournalFollower<BoardService>>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalFollower<BoardService>>());
    }

    /// <param name="isShared">Other servers commit turns that the screens here have to show.</param>
    private static void AddScreens(this IServiceCollection services, bool isShared)
    {
        services.AddSingleton(provider => new ServerName(provider.GetRequiredService<SiloHost>().Name));
        services.AddSingleton<RepPushMapper>();
        services.AddSingleton<RepLines>();
        services.AddSingleton<IScreenPort>(provider => provider.GetRequiredService<RepLines>());
        services.AddSingleton<RepScreens>();
        services.AddSingleton<ScreenLoads>();
        services.AddSingleton<RepDesk>();
        services.AddHostedService<RepStateRefresher>();
        services.AddHostedService<DayWatch>();
        if (!isShared)
            return;
        services.AddSingleton<RepScreensFollower>();
        services.AddSingleton<JournalFollower<RepScreensFollower>>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalFollower<RepScreensFollower>>());
    }

    private static void AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EngineOptions>().Bind(configuration.GetSection(EngineOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var host = new SiloHost(
                [new LeadActor(), new RepActor(), new QueueActor(), new ContactActor(), new ReceiptActor()],
                provider.GetRequiredService<IEngineStore>(), provider.GetRequiredService<IDeskSource>(), provider.GetRequiredService<IIdSource>(), provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<IOptions<EngineOptions>>().Value,
                provider.GetRequiredService<ILoggerFactory>(), new EngineProbe(provider.GetRequiredService<RouterMetrics>()), provider.GetService<ClusterLink>());
            return host;
        });
        services.AddSingleton<IActorSystem>(provider => provider.GetRequiredService<SiloHost>());
    }

    /// <summary>What several servers share besides the store.</summary>
    private static void AddCluster(this IServiceCollection services, ClusterLink cluster)
    {
        services.AddSingleton(cluster);
        services.AddSingleton(cluster.Redis);
        services.AddSingleton<IFailureCounts>(provider => ActivatorUtilities.CreateInstance<RedisFailureCounts>(provider, provider.GetRequiredService<LocalFailureCounts>()));
        services.AddSingleton(provider => new LiveServers(() => provider.GetRequiredService<SiloHost>().Servers));
    }

    private static void Json(System.Text.Json.JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
