using System.Collections.Concurrent;
using System.Globalization;
using LeadRouter.Packaging.Tests.Balancer;
using LeadRouter.Packaging.Tests.Support;
using LeadRouter.TestSupport;
using Npgsql;

namespace LeadRouter.Packaging.Tests.Natively;

/// <summary>
/// The services of <c>docker-compose.yml</c> as processes of this machine: the same programs with the same settings. Only names
/// and ports of the containers' network become addresses of the loopback.
/// </summary>
internal sealed class NativeCluster : IAsyncDisposable
{
    private static readonly string[] Programs = ["haproxy", "redis-server", "redis-cli"];

    private readonly Compose _compose = new(EnvironmentFile.FilledIn());
    private readonly ConcurrentDictionary<string, ServerProcess> _servers = new(StringComparer.Ordinal);
    private PostgresServer? _postgres;
    private NativeRedis? _redis;
    private BalancerProcess? _balancer;

    private NativeCluster()
    {
    }

    /// <summary>What is missing here, or null.</summary>
    public static string? Hindrance => PostgresServer.Hindrance ?? (Programs.FirstOrDefault(program => Tools.Find(program) is null) is { } missing ? $"{missing} is not installed." : null);

    public BalancerProcess Balancer => _balancer!;

    public IReadOnlyDictionary<string, ServerProcess> Servers => _servers;

    /// <summary>The key that the first server printed.</summary>
    public string IntakeKey => _servers.Values.Select(server => server.IntakeKey).First(key => key.Length > 0);

    public string AdminPassword => _compose.Environment("server1")["LEADROUTER__Bootstrap__AdminPassword"];

    /// <summary>Starts what waits for nobody, then the servers at once, then the balancer.</summary>
    public static async Task<NativeCluster> StartAsync()
    {
        var cluster = new NativeCluster();
        try
        {
            cluster._postgres = PostgresServer.StartNew();
            var database = await cluster.MakeDatabaseAsync();
            cluster._redis = await NativeRedis.StartAsync(cluster._compose);
            var names = cluster._compose.Servers.ToList();
            var started = await Task.WhenAll(names.Select(name => cluster.StartServerAsync(name, database)));
            cluster._balancer = await BalancerProcess.StartAsync([.. started.Select(server => server.Address)]);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_balancer is not null)
            await _balancer.DisposeAsync();
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
        _postgres?.Dispose();
    }

    /// <summary>As PostgreSQL's image does at its first start; gives the address.</summary>
    private async Task<NpgsqlConnectionStringBuilder> MakeDatabaseAsync()
    {
        var settings = _compose.Environment("postgres");
        var address = new NpgsqlConnectionStringBuilder(_postgres!.ConnectionString);
        await using var source = NpgsqlDataSource.Create(address.ToString());
        foreach (var statement in new[] { $"CREATE ROLE {settings["POSTGRES_USER"]} LOGIN", $"CREATE DATABASE {settings["POSTGRES_DB"]} OWNER {settings["POSTGRES_USER"]}" })
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }

        return address;
    }

    private async Task<ServerProcess> StartServerAsync(string name, NpgsqlConnectionStringBuilder database)
    {
        var arguments = _compose.Environment(name).SelectMany(setting => new[] { Option(setting.Key), setting.Key switch
        {
            "LEADROUTER__Store__Postgres" => OfLoopback(setting.Value, "Host=postgres", $"Host={database.Host};Port={database.Port.ToString(CultureInfo.InvariantCulture)}"),
            "LEADROUTER__Cluster__Redis" => OfLoopback(setting.Value, "redis:6379", $"127.0.0.1:{_redis!.Port.ToString(CultureInfo.InvariantCulture)}"),
            "LEADROUTER__Cluster__AdvertisedAddress" => OfLoopback(setting.Value, name, "127.0.0.1"),
            "LEADROUTER__Cluster__SiloPort" => Ports.Free().ToString(CultureInfo.InvariantCulture),
            _ => setting.Value,
        } });
        var server = await ServerProcess.StartAsync([.. arguments], adminPassword: AdminPassword);
        // Known as soon as it runs, so that it is ended when another one does not start.
        _servers[name] = server;
        return server;
    }

    /// <summary>A variable of the environment as the option that is the same setting.</summary>
    private static string Option(string variable) =>
        "--" + variable.Replace("LEADROUTER__", "", StringComparison.Ordinal).Replace("ASPNETCORE_", "", StringComparison.Ordinal).Replace("__", ":", StringComparison.Ordinal);

    private static string OfLoopback(string value, string there, string here)
    {
        value.ShouldContain(there);
        return value.Replace(there, here, StringComparison.Ordinal);
    }
}
