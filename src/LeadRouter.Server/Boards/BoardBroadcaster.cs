using LeadRouter.Server.Hubs;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Boards;

/// <summary>Sends the board to the wallboards: at most four times a second, and only when something changed.</summary>
internal sealed partial class BoardBroadcaster(BoardService board, BoardClients clients, IHubContext<WallboardHub> hub, TimeProvider time, ILogger<BoardBroadcaster> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var sent = -1L;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var changes = board.Changes;
            if (changes == sent || clients.Count == 0)
                continue;
            sent = changes;
            try
            {
                await hub.Clients.All.SendAsync("Board", board.Snapshot(), stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                LogTrouble(trouble);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The board could not be sent; the next change sends it again")]
    private partial void LogTrouble(Exception trouble);
}

/// <summary>How many wallboards are connected.</summary>
internal sealed class BoardClients
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add(int change) => Interlocked.Add(ref _count, change);
}
