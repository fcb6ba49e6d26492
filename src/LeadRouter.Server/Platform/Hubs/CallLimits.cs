using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Platform.Hubs;

/// <summary>So many calls a connection may make: far more than a person clicks, and fewer than a screen gone wild could send.</summary>
internal sealed class CallLimits : IHubFilter
{
    /// <summary>Calls at once.</summary>
    public const int Burst = 1000;

    /// <summary>What comes back to it in a second.</summary>
    private const int PerSecond = 200;
    private static readonly object Key = new();
    private static readonly HubReply TooMany = new(false, new RefusalDto("too_many_calls", "This screen sends too much; wait a moment."));

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        using var lease = Limiter(invocationContext.Context).AttemptAcquire();
        return lease.IsAcquired ? await next(invocationContext) : TooMany;
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.TryGetValue(Key, out var known))
            await ((RateLimiter)known!).DisposeAsync();
        await next(context, exception);
    }

    /// <summary>A connection's calls come one after the other: no two make a limiter.</summary>
    private static RateLimiter Limiter(HubCallerContext connection)
    {
        if (connection.Items.TryGetValue(Key, out var known))
            return (RateLimiter)known!;
        var limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
        connection.Items[Key] = limiter;
        return limiter;
    }
}
