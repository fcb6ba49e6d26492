using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace LeadRouter.Cluster.Sharing;

/// <summary>
/// Failures to sign in, counted by all servers together in Redis, so that a guesser gains nothing by going from one server to the next.
/// Each server counts what it sees for itself too: that is what holds while Redis does not answer. Keys are hashes, since people
/// type passwords where a name belongs. What is in Redis runs out by itself.
/// </summary>
/// <param name="redis">Connects again by itself; the caller's to dispose.</param>
/// <param name="local">This server's own count.</param>
public sealed class RedisFailureCounts(IConnectionMultiplexer redis, IFailureCounts local, TimeProvider time, ILogger<RedisFailureCounts> logger) : IFailureCounts
{
    /// <summary>A sign-in waits no longer than this for Redis, and not again within the rest that follows.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>One failure more, unless it is locked; at the limit, the lock takes the place of the count.</summary>
    private const string Fail = """
        if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
        local failures = redis.call('INCR', KEYS[1])
        if failures == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
        if failures >= tonumber(ARGV[1]) then
            redis.call('SET', KEYS[2], '', 'PX', ARGV[3])
            redis.call('DEL', KEYS[1])
        end
        return failures
        """;

    private long _restSince;
    private bool _rests;

    /// <inheritdoc />
    public async ValueTask<TimeSpan?> LockedForAsync(FailureOf of, string key) =>
        await local.LockedForAsync(of, key) ?? await AskAsync(shared => shared.KeyTimeToLiveAsync(Lock(Name(of, key))));

    /// <inheritdoc />
    public async ValueTask FailAsync(FailureOf of, string key, FailureLimit limit)
    {
        await local.FailAsync(of, key, limit);
        var name = Name(of, key);
        await AskAsync(shared => shared.ScriptEvaluateAsync(
            Fail, [$"{name}:count", Lock(name)], [limit.Failures, (long)limit.Window.TotalMilliseconds, (long)limit.Lock.TotalMilliseconds]));
    }

    private async Task<T?> AskAsync<T>(Func<IDatabase, Task<T>> ask)
    {
        if (Volatile.Read(ref _rests) && time.GetElapsedTime(Volatile.Read(ref _restSince)) < Rest)
            return default;
        try
        {
            if (!redis.IsConnected)
                throw new TimeoutException("Redis is not connected.");
            var answer = await ask(redis.GetDatabase()).WaitAsync(Patience, time);
            Volatile.Write(ref _rests, false);
            return answer;
        }
        catch (Exception trouble) when (trouble is RedisException or TimeoutException)
        {
            Volatile.Write(ref _restSince, time.GetTimestamp());
            if (!Interlocked.Exchange(ref _rests, true))
                SharingLog.OnItsOwn(logger, trouble);
            return default;
        }
    }

    /// <summary>The braces keep a count and its lock on one node, should Redis be a cluster itself.</summary>
    private static string Name(FailureOf of, string key) =>
        $"leadrouter:failures:{{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{of}:{key}")).AsSpan(0, 16))}}}";

    private static RedisKey Lock(string name) => $"{name}:lock";
}

internal static partial class SharingLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer: failed sign-ins are counted by each server for itself until it does")]
    public static partial void OnItsOwn(ILogger logger, Exception trouble);
}
