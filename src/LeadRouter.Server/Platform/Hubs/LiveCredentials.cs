using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Platform.Hubs;

/// <summary>
/// Closes a hub connection with the session or board token that opened it: at once when that is ended, and at the next
/// call when its time has run out.
/// </summary>
internal sealed class LiveCredentials(ICredentialLifetime credentials) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (credentials.IsLive(invocationContext.Context.User!))
            return await next(invocationContext);
        invocationContext.Context.Abort();
        throw new HubException("Your session has ended; sign in again.");
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var ended = credentials.Ended(context.Context.User!).Register(context.Context.Abort);
        context.Context.Items[typeof(LiveCredentials)] = ended;
        try
        {
            await next(context);
        }
        catch
        {
            // SignalR does not call OnDisconnectedAsync for a connection that was never connected.
            await ended.DisposeAsync();
            throw;
        }
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.TryGetValue(typeof(LiveCredentials), out var ended))
            await ((CancellationTokenRegistration)ended!).DisposeAsync();
        await next(context, exception);
    }
}
