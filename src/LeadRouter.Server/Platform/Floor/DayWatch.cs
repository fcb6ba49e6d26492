namespace LeadRouter.Server.Platform.Floor;

/// <summary>Shows the new day at the centre's midnight: nothing has to happen for the counters to be at nought again.</summary>
internal sealed class DayWatch(FloorView floor, RepScreens screens, IDeskSource desks, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        for (var shown = Today(); await timer.WaitForNextTickAsync(stoppingToken);)
        {
            var today = Today();
            if (today == shown)
                continue;
            shown = today;
            floor.LookAnew();
            screens.RecountedAll();
        }
    }

    private DateOnly Today() => desks.Current.Calendar.DateAt(time.GetUtcNow());
}
