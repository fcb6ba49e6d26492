using LeadRouter.TestSupport;

namespace LeadRouter.TestClient;

/// <summary>Several real servers on one PostgreSQL and one Redis, as <c>docker-compose.yml</c> would start them; or one on its own on PostgreSQL.</summary>
public sealed class Fleet : IAsyncDisposable
{
    private readonly bool _isCluster;

    private Fleet(PostgresServer postgres, RedisServer redis, bool isCluster) => (Postgres, Redis, _isCluster) = (postgres, redis, isCluster);

    public PostgresServer Postgres { get; }

    public RedisServer Redis { get; }

    /// <summary>The servers that clients are sent to.</summary>
    public IReadOnlyList<ServerProcess> Servers { get; private set; } = [];

    /// <summary>What is missing here for a fleet, or null.</summary>
    public static string? Hindrance => PostgresServer.Hindrance ?? RedisServer.Hindrance;

    /// <summary>Starts the stores and so many servers, all at once as a cluster's would.</summary>
    public static async Task<Fleet> StartAsync(int servers)
    {
        var fleet = new Fleet(PostgresServer.StartNew(), RedisServer.StartNew(keeps: true), isCluster: servers > 1);
        try
        {
            fleet.Servers = await Task.WhenAll(Enumerable.Range(0, servers).Select(_ => fleet.NewServerAsync()));
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>One server more.</summary>
    public Task<ServerProcess> NewServerAsync() => ServerProcess.StartAsync(
    [
        "--Store:Postgres", Postgres.ConnectionString,
        .. _isCluster ? (string[])["--Cluster:Redis", Redis.Address, "--Cluster:SiloPort", $"{ServerProcess.FreePort()}", "--Cluster:AdvertisedAddress", "127.0.0.1"] : [],
    ]);

    /// <summary>From now on clients are sent to it too.</summary>
    public void Add(ServerProcess server) => Servers = [.. Servers, server];

    /// <summary>From now on clients are not sent to it any more.</summary>
    public void Remove(ServerProcess server) => Servers = [.. Servers.Where(other => other != server)];

    /// <summary>The intake key that one of them printed: the first to find an empty database makes it.</summary>
    public string IntakeKey => Servers.Select(server => server.IntakeKey).First(key => key.Length > 0);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers)
            await server.DisposeAsync();
        Redis.Dispose();
        Postgres.Dispose();
    }
}
