using StackExchange.Redis;

namespace LeadRouter.Cluster;

/// <summary>The way to the other servers: how they are found, and the connection to Redis where they are.</summary>
public sealed class ClusterLink : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private ClusterLink(ClusterSettings settings, IConnectionMultiplexer redis) => (Settings, Redis) = (settings, redis);

    public ClusterSettings Settings { get; }

    /// <summary>Comes back by itself however long Redis is away.</summary>
    public IConnectionMultiplexer Redis { get; }

    /// <summary>Connects to Redis, which has to answer now.</summary>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    /// <exception cref="InvalidOperationException">Redis cannot be reached, or refuses us.</exception>
    public static async Task<ClusterLink> OpenAsync(ClusterSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        var redis = await ConnectionMultiplexer.ConnectAsync(settings.RedisOptions());
        try
        {
            await redis.GetDatabase().PingAsync().WaitAsync(Patience);
            return new ClusterLink(settings, redis);
        }
        catch (Exception unreachable) when (unreachable is RedisException or TimeoutException)
        {
            await redis.DisposeAsync();
            throw new InvalidOperationException($"{ClusterSettings.Section}:{nameof(settings.Redis)}: the server cannot be reached or refuses us.", unreachable);
        }
    }

    public ValueTask DisposeAsync() => Redis.DisposeAsync();
}
