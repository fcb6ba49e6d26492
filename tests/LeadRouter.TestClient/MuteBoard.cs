using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace LeadRouter.TestClient;

/// <summary>A wallboard that opens its connection as it should and then never reads a byte, as a television does that has gone to sleep. It keeps saying that it is there.</summary>
public sealed class MuteBoard : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}" + End);
    private static readonly byte[] Ping = Encoding.UTF8.GetBytes("{\"type\":6}" + End);

    private readonly Socket _socket;
    private readonly WebSocket _hub;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pinging;

    private MuteBoard(Socket socket, WebSocket hub)
    {
        (_socket, _hub) = (socket, hub);
        _pinging = PingAsync();
    }

    public static async Task<MuteBoard> ConnectAsync(Uri server, string token)
    {
        // A small buffer fills early.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        var request = $"GET /hubs/wallboard?access_token={Uri.EscapeDataString(token)} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
            $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(new byte[16])}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        var answer = await ReadHeadAsync(stream);
        if (!answer.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
            throw new InvalidOperationException($"The server does not open a web socket: {answer}");
        var hub = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        await hub.SendAsync(Handshake, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        return new MuteBoard(socket, hub);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _hub.Abort();
        await _pinging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _hub.Dispose();
        _socket.Dispose();
        _stop.Dispose();
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
            head.Append((char)one[0]);
        return head.ToString();
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        while (await timer.WaitForNextTickAsync(_stop.Token))
            await _hub.SendAsync(Ping, WebSocketMessageType.Text, endOfMessage: true, _stop.Token);
    }
}
