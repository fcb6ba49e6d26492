using System.Collections.Concurrent;
using System.Diagnostics;
using LeadRouter.Cluster.Sharing;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace LeadRouter.Turns.Tests.Sharing;

/// <summary>Failures to sign in are counted by all servers together, on a real Redis, and go on being counted without it.</summary>
public sealed class RedisFailureCountsTests : IDisposable
{
    /// <summary>Redis' own client would wait 5 s; we promise a fifth of one, and allow for a busy machine.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static readonly FailureLimit Limit = new(4, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(10));

    private readonly RedisServer? _redis = RedisServer.Hindrance is null ? RedisServer.StartNew() : null;
    private readonly List<ConnectionMultiplexer> _connections = [];

    [RedisFact]
    public async Task Failures_on_two_servers_are_counted_together()
    {
        var (one, two) = (await ServerAsync(), await ServerAsync());
        for (var i = 0; i < 3; i++)
            await (i % 2 == 0 ? one : two).Counts.FailAsync(FailureOf.Address, "10.0.0.1", Limit);
        (await one.Counts.LockedForAsync(FailureOf.Address, "10.0.0.1")).ShouldBeNull();

        await two.Counts.FailAsync(FailureOf.Address, "10.0.0.1", Limit);

        foreach (var server in new[] { one, two })
        {
            (await server.Counts.LockedForAsync(FailureOf.Address, "10.0.0.1")).ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
            (await server.Counts.LockedForAsync(FailureOf.UnknownUser, "10.0.0.1")).ShouldBeNull();
            (await server.Counts.LockedForAsync(FailureOf.Address, "10.0.0.2")).ShouldBeNull();
        }
    }

    [RedisFact]
    public async Task What_is_in_redis_runs_out_by_itself_and_names_nobody()
    {
        var server = await ServerAsync();
        await server.Counts.FailAsync(FailureOf.UnknownUser, "dana@example.com", Limit);
        var key = Keys().ShouldHaveSingleItem();
        key.ToString().ShouldNotContain("dana");
        (await _connections[0].GetDatabase().KeyTimeToLiveAsync(key)).ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));

        var quick = Limit with { Failures = 2, Lock = TimeSpan.FromMilliseconds(300) };
        await server.Counts.FailAsync(FailureOf.UnknownUser, "dana@example.com", quick);

        await Eventually.NothingMissingAsync(() => Task.FromResult(Keys().Count == 0 ? null : "the lock has not run out"));
        (await server.Counts.LockedForAsync(FailureOf.UnknownUser, "dana@example.com")).ShouldBeNull();
    }

    [RedisFact]
    public async Task While_redis_hangs_or_is_gone_a_server_counts_for_itself_without_waiting()
    {
        var server = await ServerAsync();
        _redis!.Suspend();
        await CountsForItselfAsync(server, "hangs");
        _redis.Resume();
        await CountsTogetherAgainAsync(server, "10.0.0.3");

        _redis.Kill();
        await CountsForItselfAsync(server, "gone");
        _redis.Start();
        await CountsTogetherAgainAsync(server, "10.0.0.4");
    }

    public void Dispose()
    {
        foreach (var connection in _connections)
            connection.Dispose();
        _redis?.Dispose();
    }

    private static async Task CountsForItselfAsync(OneServer server, string address)
    {
        var started = Stopwatch.GetTimestamp();
        await server.Counts.FailAsync(FailureOf.Address, address, Limit);
        (await server.Counts.LockedForAsync(FailureOf.Address, address)).ShouldBeNull();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Soon);
        server.Own.Failed.ShouldContain(address);
        server.Own.Locked[address] = TimeSpan.FromMinutes(1);
        (await server.Counts.LockedForAsync(FailureOf.Address, address)).ShouldBe(TimeSpan.FromMinutes(1));
    }

    private static Task CountsTogetherAgainAsync(OneServer server, string address) => Eventually.NothingMissingAsync(async () =>
    {
        await server.Counts.FailAsync(FailureOf.Address, address, Limit);
        return await server.Counts.LockedForAsync(FailureOf.Address, address) is null ? "Redis is not asked again" : null;
    });

    private async Task<OneServer> ServerAsync()
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(_redis!.Address);
        _connections.Add(connection);
        var own = new OwnCounts();
        return new OneServer(new RedisFailureCounts(connection, own, TimeProvider.System, NullLogger<RedisFailureCounts>.Instance), own);
    }

    private List<RedisKey> Keys() => [.. _connections[0].GetServer(_redis!.Address).Keys()];

    private sealed record OneServer(RedisFailureCounts Counts, OwnCounts Own);

    private sealed class OwnCounts : IFailureCounts
    {
        public ConcurrentBag<string> Failed { get; } = [];

        public ConcurrentDictionary<string, TimeSpan> Locked { get; } = [];

        public ValueTask<TimeSpan?> LockedForAsync(FailureOf of, string key) => ValueTask.FromResult(Locked.TryGetValue(key, out var locked) ? locked : (TimeSpan?)null);

        public ValueTask FailAsync(FailureOf of, string key, FailureLimit limit)
        {
            Failed.Add(key);
            return default;
        }
    }

    private sealed class RedisFactAttribute : FactAttribute
    {
        public RedisFactAttribute() => Skip = RedisServer.Hindrance;
    }
}
