using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Features.RepDesks;

/// <summary>Opens and closes the reps' screens, and lets the rep know of it: who has no screen open anywhere is offered nothing.</summary>
internal sealed class RepDesk(IActorSystem actors, RepScreens screens, ScreenLoads loads, RepLines lines, IDeskSource desks, ServerName server)
{
    /// <summary>A screen of the rep has opened. An account whose rep was never made gets one now.</summary>
    /// <exception cref="OverloadedException">Too much is waiting; the screen is not opened.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot do it now; the screen is not opened.</exception>
    public async Task ConnectAsync(RepId rep, string name, HubCallerContext connection)
    {
        lines.Open(connection);
        screens.Open(rep, connection.ConnectionId);
        try
        {
            var stored = await TellAsync(rep, name, connection.ConnectionId);
            await loads.GreetAsync(connection.ConnectionId, stored, connection.ConnectionAborted);
        }
        catch
        {
            // SignalR does not say of a connection that it is gone when it never was there.
            Disconnect(rep, connection.ConnectionId);
            throw;
        }
    }

    /// <summary>A screen of the rep has closed. Cannot be turned away.</summary>
    public void Disconnect(RepId rep, string connection)
    {
        screens.Close(rep, connection);
        lines.Close(connection);
        actors.Tell(new ActorId(ActorKinds.Rep, rep.Value), new TellRep(new DisconnectRep(Name(connection))));
    }

    private async Task<Rep> TellAsync(RepId rep, string name, string connection)
    {
        var address = new ActorId(ActorKinds.Rep, rep.Value);
        var connect = new AskRep(new ConnectRep(Name(connection)));
        var reply = await actors.AskAsync(address, connect);
        if (reply.Refusal?.Code == "rep_not_found")
        {
            await actors.AskAsync(address, new AskRep(new RegisterRep(rep, new RepProfile { Name = name, Queues = [desks.Current.Desk.DefaultQueue] })));
            reply = await actors.AskAsync(address, connect);
        }

        return reply.Rep!;
    }

    /// <summary>The name of a connection among those of all servers.</summary>
    private string Name(string connection) => ConnectionName.Of(server.Value, connection);
}
