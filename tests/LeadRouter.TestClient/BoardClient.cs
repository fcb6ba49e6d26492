using LeadRouter.Contracts;
using Microsoft.AspNetCore.SignalR.Client;

namespace LeadRouter.TestClient;

/// <summary>A wallboard without a browser.</summary>
public sealed class BoardClient : IAsyncDisposable
{
    private readonly HubConnection _hub;

    private BoardClient(HubConnection hub) => _hub = hub;

    /// <summary>The last snapshot.</summary>
    public BoardDto? Board { get; private set; }

    /// <summary>Snapshots so far.</summary>
    public int Snapshots { get; private set; }

    public bool IsConnected => _hub.State == HubConnectionState.Connected;

    public static async Task<BoardClient> ConnectAsync(Uri server, string token, CancellationToken cancel = default)
    {
        var client = new BoardClient(RepClient.Build(server, "/hubs/wallboard", token));
        client._hub.On<BoardDto>("Board", board =>
        {
            client.Board = board;
            client.Snapshots++;
        });
        await client._hub.StartAsync(cancel);
        return client;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
