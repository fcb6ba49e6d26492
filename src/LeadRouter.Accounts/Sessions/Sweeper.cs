using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Accounts;

/// <summary>Once a minute: clears away sessions and board tokens that have ended.</summary>
internal sealed class Sweeper(SessionBook sessions, BoardTokenBook boards, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sessions.SweepAsync(stoppingToken);
                await boards.SweepAsync(stoppingToken);
            }
            catch (StoreUnavailableException exception)
            {
                // What has ended is refused all the same; the next sweep tries again.
                logger.SweepFailed(exception);
            }
        }
    }
}

internal static partial class SweeperLog
{
    [LoggerMessage(EventId = 2301, Level = LogLevel.Warning, Message = "Ended sessions could not be cleared away")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);
}
