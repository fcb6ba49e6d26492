using System.Net;
using LeadRouter.Turns.Stored;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;

namespace LeadRouter.Cluster.Silos;

/// <summary>A silo that finds the others of its cluster in Redis. How soon a dead one is noticed is set here (ADR 8).</summary>
internal static class ClusterSilo
{
    /// <param name="built">Gets the host before it starts: the others send to its grains as soon as it has joined.</param>
    /// <exception cref="ArgumentException">The advertised address is none.</exception>
    /// <exception cref="InvalidOperationException">The cluster cannot be joined, or the port is taken.</exception>
    public static async Task<IHost> StartAsync(ClusterLink link, GrainServices services, Action<IHost> built, FatalErrors fatal, ILoggerFactory loggers, CancellationToken cancel)
    {
        var settings = link.Settings;
        var address = await settings.AddressAsync(cancel);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(services);
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IFatalErrorHandler>(fatal);
        builder.Services.AddSerializer(serializer => serializer.AddJsonSerializer(IsOurs, StoredJson.Options));
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = ("leadrouter", settings.Id));
            silo.UseRedisClustering(clustering =>
            {
                clustering.ConfigurationOptions = settings.RedisOptions();
                clustering.CreateMultiplexer = _ => Task.FromResult((link.Redis, IsShared: true));
            });
            if (address is null)
                silo.ConfigureEndpoints(settings.SiloPort, settings.GatewayPort);
            else
                silo.ConfigureEndpoints(address, settings.SiloPort, settings.GatewayPort, listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
            silo.Configure<ClusterMembershipOptions>(Membership);
            silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(3));
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = LoneSilo.CollectionAge);
        });
        var host = builder.Build();
        built(host);
        try
        {
            await host.StartAsync(cancel);
            return host;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            host.Dispose();
            throw new InvalidOperationException($"The server cannot join the cluster '{settings.Id}' at {ClusterSettings.Section}:{nameof(settings.SiloPort)} {settings.SiloPort}: {trouble.GetBaseException().Message}", trouble);
        }
    }

    /// <summary>Two missed probes of a second each, and the word of one, declare a silo dead.</summary>
    private static void Membership(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        membership.NumMissedProbesLimit = 2;
        membership.NumVotesForDeathDeclaration = 1;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
    }

    /// <summary>What travels between silos is written as it is stored.</summary>
    private static bool IsOurs(Type type) => type.Assembly.GetName().Name is "LeadRouter.Turns" or "LeadRouter.Domain";
}
