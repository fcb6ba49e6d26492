using LeadRouter.Accounts;
using LeadRouter.Server.Boards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Hubs;

/// <summary>The wallboard: the whole board on connect, then whenever it changes.</summary>
[Authorize(Policy = AccountPolicies.Board)]
internal sealed class WallboardHub(BoardService board, BoardClients clients) : Hub
{
    public override async Task OnConnectedAsync()
    {
        clients.Add(1);
        await Clients.Caller.SendAsync("Board", board.Snapshot(), Context.ConnectionAborted);
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        clients.Add(-1);
        return base.OnDisconnectedAsync(exception);
    }
}
