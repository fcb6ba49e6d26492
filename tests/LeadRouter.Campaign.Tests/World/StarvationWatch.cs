using System.Net.Http.Json;
using LeadRouter.Contracts;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>Looks at the board again and again: while leads wait and a rep has room, offers have to be made.</summary>
internal sealed class StarvationWatch(Api supervisor, Witness world, TimeSpan limit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>The most leads that were seen waiting.</summary>
    public int MostWaiting { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        DateTimeOffset? since = null;
        var offers = -1;
        while (!stop.IsCancellationRequested)
        {
            if (await LookAsync(stop) is not var (board, reps))
            {
                since = null;
            }
            else
            {
                MostWaiting = Math.Max(MostWaiting, board.Totals.Waiting);
                var idle = reps.Count(rep => rep is { Presence: "available", Connected: true } && rep.ActiveLeads < rep.Capacity);
                var stands = board.Totals.Waiting > 0 && idle > 0 && board.Totals.OffersMade == offers;
                offers = board.Totals.OffersMade;
                since = stands ? since ?? DateTimeOffset.UtcNow : null;
                if (since is { } from && world.Calm.Between(from, DateTimeOffset.UtcNow) > limit)
                {
                    world.Blame($"{board.Totals.Waiting} leads wait, {idle} reps have room, and for {limit.TotalSeconds:F0} s no offer was made.");
                    since = null;
                }
            }

            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The board and the reps, or null while the server is down.</summary>
    private async Task<(BoardDto Board, IReadOnlyList<RepDto> Reps)?> LookAsync(CancellationToken stop)
    {
        try
        {
            var board = (await supervisor.Http.GetFromJsonAsync<BoardDto>("/api/v1/board", Api.Json, stop))!;
            return (board, (await supervisor.Http.GetFromJsonAsync<RepDto[]>("/api/v1/reps", Api.Json, stop))!);
        }
        catch (Exception down) when (down is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
