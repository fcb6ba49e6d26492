using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace LeadRouter.Cluster.Silos;

/// <summary>
/// An Orleans silo that is a cluster of its own: no gateway, nobody else in it, on a free port of the loopback interface, so
/// that any number of them run on one machine. It has a host of its own, which starts before the engine recovers and stops
/// after it has drained.
/// </summary>
internal static class LoneSilo
{
    /// <summary>A free port may be taken by somebody else before the silo has it.</summary>
    private const int Tries = 5;

    /// <summary>Nothing is lost between a lane and a grain of the same process: a turn takes as long as its disk does.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromHours(1);

    /// <summary>Who is idle leaves by our own sweep, which knows what must stay.</summary>
    public static readonly TimeSpan CollectionAge = TimeSpan.FromDays(365);

    public static async Task<IHost> StartAsync(GrainServices services, Action<IHost> built, ILoggerFactory loggers, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var silo = Build(services, loggers);
            built(silo);
            try
            {
                await silo.StartAsync(cancel);
                return silo;
            }
            catch (Exception taken) when (attempt < Tries && taken.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
            {
                silo.Dispose();
            }
        }
    }

    private static IHost Build(GrainServices services, ILoggerFactory loggers)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(services);
        builder.Services.AddSingleton(loggers);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, serviceId: "leadrouter", clusterId: RandomNumberGenerator.GetHexString(32, lowercase: true))
            .Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = ResponseTimeout)
            .Configure<GrainCollectionOptions>(collection => collection.CollectionAge = CollectionAge));
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
