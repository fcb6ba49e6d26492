using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Features.Boards;

/// <summary>The wallboard: the whole board on connect, then whenever it changes.</summary>
[Authorize(Policy = AccountPolicies.Board)]
internal sealed class WallboardHub(BoardBroadcaster boards) : Hub<IWallboardClient>
{
    public override Task OnConnectedAsync()
    {
        if (!boards.TryAdd(Context))
            throw new HubException($"{BoardBroadcaster.MaxViewers} wallboards are open at this server already; close one that nobody looks at.");
        return base.OnConnectedAsync();
    }
}
