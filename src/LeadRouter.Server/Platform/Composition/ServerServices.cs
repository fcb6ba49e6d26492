using System.Text.Json.Serialization;
using LeadRouter.Cluster.Sharing;
using LeadRouter.Demo;
using LeadRouter.Server.Features.Boards;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Server.Features.Intake;
using LeadRouter.Server.Features.RepDesks;
using LeadRouter.Server.Platform.Hubs;
using LeadRouter.Telephony;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Telephony;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace LeadRouter.Server.Platform.Composition;

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
        services.AddSingleton(store.Shared);
        services.AddSingleton<IIdSource, RandomIdSource>();
        services.AddDesks();
        services.AddEngine(configuration);
        if (cluster is not null)
            services.AddCluster(cluster);
        services.AddTelephony(configuration);
        services.AddSingleton<ICarrierEvents, CarrierReports>();
        services.AddSingleton<IEffectHandler, CarrierEffect>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<CallStarter>(provider, provider.GetRequiredService<ICarrier>() is not NoCarrier));
        services.AddLeadRouterAccounts(configuration);
        services.AddLeadRouterProblems();
        services.AddRouterMetrics();
        services.AddFloor();
        services.AddBoards();
        services.AddRepDesks(isShared: cluster is not null);
        services.AddIntake();
        services.AddSingleton<ITurnObserver, MetricsObserver>();
        services.AddSingleton<IGauges, EngineGauges>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<EngineLifetime>();
        services.AddSingleton(options);
        services.AddSingleton<EngineStart>();
        if (options.Demo)
            services.AddDemo();
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

    private static void AddFloor(this IServiceCollection services)
    {
        services.AddSingleton<FloorView>();
        services.AddSingleton<JournalFollower<FloorView>>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalFollower<FloorView>>());
        services.AddHostedService<DayWatch>();
        services.AddSingleton<IFloorReporter, FirstServerReporter>();
        services.AddSingleton<IGauges, FloorGauges>();
    }

    /// <summary>The made-up centre posts as sources do, and is counted like them.</summary>
    private static void AddDemo(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var (demo, registrar) = (ActivatorUtilities.CreateInstance<DemoCentre>(provider), provider.GetRequiredService<PostRegistrar>());
            demo.Posted += (post, answer) => registrar.Count(post.Source, post, answer);
            return demo;
        });
        services.AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<DemoCentre>());
        services.AddHostedService(provider => provider.GetRequiredService<DemoCentre>());
    }

    private static void AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EngineOptions>().Bind(configuration.GetSection(EngineOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IEngineProbe, EngineProbe>();
        services.AddSingleton(provider => new SiloHost(
            [new LeadActor(), new RepActor(), new QueueActor(), new ContactActor(), new ReceiptActor()],
            provider.GetRequiredService<IEngineStore>(), provider.GetRequiredService<IDeskSource>(), provider.GetRequiredService<IIdSource>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<EngineOptions>>().Value, provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<IEngineProbe>(), provider.GetService<ClusterLink>()));
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
