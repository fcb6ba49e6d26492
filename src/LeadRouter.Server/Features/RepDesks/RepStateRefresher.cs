namespace LeadRouter.Server.Features.RepDesks;

/// <summary>Sends State again to the reps whose counters or holds changed, at most once a second each.</summary>
internal sealed class RepStateRefresher(RepScreens screens, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            screens.Refresh();
    }
}
