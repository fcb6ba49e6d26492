using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Features.Boards;

/// <summary>
/// Sends the board to the viewers of this server: to each at most four times a second, and only when something changed. Every viewer has
/// a sender of its own, which sends the newest board when the one before has gone out: a viewer who reads slowly gets fewer boards, one who
/// does not read at all is disconnected, and nobody else notices.
/// </summary>
internal sealed partial class BoardBroadcaster(BoardSnapshots boards, IHubContext<WallboardHub, IWallboardClient> hub, TimeProvider time, ILogger<BoardBroadcaster> logger) : IGauges
{
    /// <summary>Viewers at this server at most.</summary>
    public const int MaxViewers = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private int _viewers;

    /// <summary>How many look at the board.</summary>
    public int Viewers => Volatile.Read(ref _viewers);

    public void Connect(RouterMetrics metrics) => metrics.People.ObserveBoardClients(() => Viewers);

    /// <summary>Begins to show the board to a viewer, until it is gone; false when there are <see cref="MaxViewers"/> already.</summary>
    public bool TryAdd(HubCallerContext viewer)
    {
        if (Interlocked.Increment(ref _viewers) > MaxViewers)
        {
            Interlocked.Decrement(ref _viewers);
            return false;
        }

        _ = ShowAsync(viewer);
        return true;
    }

    private async Task ShowAsync(HubCallerContext viewer)
    {
        var gone = viewer.ConnectionAborted;
        try
        {
            for (var seen = -1L; ;)
            {
                var snapshot = await boards.NextAsync(seen, gone);
                var pause = Task.Delay(Pause, time, gone);
                await hub.Clients.Client(viewer.ConnectionId).Board(snapshot).WaitAsync(Patience, time, gone);
                seen = snapshot.Changes;
                await pause;
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // That is how every viewer ends.
        }
        catch (TimeoutException)
        {
            LogMute(Patience.TotalSeconds);
            viewer.Abort();
        }
        catch (Exception trouble)
        {
            LogTrouble(trouble);
            viewer.Abort();
        }
        finally
        {
            Interlocked.Decrement(ref _viewers);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A wallboard did not take a board within {seconds} s and is disconnected")]
    private partial void LogMute(double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The board could not be sent to a wallboard, which is disconnected")]
    private partial void LogTrouble(Exception trouble);
}
