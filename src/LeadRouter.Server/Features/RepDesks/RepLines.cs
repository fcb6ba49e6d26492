using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace LeadRouter.Server.Features.RepDesks;

/// <summary>The lines to the open screens. A mute screen is cut off; it comes back and gets all there is.</summary>
internal sealed partial class RepLines(IHubContext<RepHub, IRepClient> hub, RepPushMapper mapper, TimeProvider time, ILogger<RepLines> logger) : IScreenPort
{
    private readonly ConcurrentDictionary<string, OutgoingLine<RepPush>> _lines = new();

    public void Open(HubCallerContext connection)
    {
        var screen = hub.Clients.Client(connection.ConnectionId);
        var line = new OutgoingLine<RepPush>(push => mapper.TellAsync(screen, push), why => CutOff(connection, why), time);
        _lines[connection.ConnectionId] = line;
        _ = line.RunAsync();
    }

    public void Close(string connection)
    {
        if (_lines.TryRemove(connection, out var line))
            line.Close();
    }

    public void Push(RepId rep, IReadOnlyList<string> connections, RepPush push)
    {
        foreach (var connection in connections)
        {
            if (_lines.TryGetValue(connection, out var line))
                line.Send(push);
        }
    }

    private void CutOff(HubCallerContext connection, string why)
    {
        LogCutOff(connection.ConnectionId, why);
        connection.Abort();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rep screen {connection} is cut off: {why}")]
    private partial void LogCutOff(string connection, string why);
}
