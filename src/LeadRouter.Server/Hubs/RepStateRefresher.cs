using LeadRouter.Contracts;
using LeadRouter.Domain;
using LeadRouter.Turns.Views.Reps;
using LeadRouter.Server.Boards;

namespace LeadRouter.Server.Hubs;

/// <summary>Sends State again to the reps whose counters or holds changed, at most once a second each.</summary>
internal sealed class RepStateRefresher(RepScreens screens, BoardService board, TimeProvider time) : BackgroundService
{
    private Dictionary<RepId, RepTodayDto> _counted = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Refresh();
    }

    /// <summary>The board may count a turn long after the screens have heard of it: so it is asked, and the counters compared.</summary>
    private void Refresh()
    {
        var counted = screens.Reps.ToDictionary(rep => rep, board.Today);
        foreach (var (rep, today) in counted)
        {
            if (today != _counted.GetValueOrDefault(rep))
                screens.Recounted(rep);
        }

        _counted = counted;
        screens.Refresh();
    }
}
