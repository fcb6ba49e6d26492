using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace LeadRouter.Server.Tests.Support;

/// <summary>A rep's screen that keeps its connection alive and takes nothing after the first answer, as a frozen browser tab may.</summary>
internal sealed class MuteScreen : IAsyncDisposable
{
    private const string EndOfMessage = "\u001e";
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { ConnectCallback = ConnectAsync });
    private Task _pings = Task.CompletedTask;

    private MuteScreen()
    {
    }

    public static async Task<MuteScreen> OpenAsync(Uri server, string token)
    {
        var screen = new MuteScreen();
        var address = new UriBuilder(new Uri(server, "/hubs/rep")) { Scheme = "ws", Query = "access_token=" + Uri.EscapeDataString(token) }.Uri;
        await screen._socket.ConnectAsync(address, screen._network, CancellationToken.None);
        await screen.SendAsync("""{"protocol":"json","version":1}""");
        await screen._socket.ReceiveAsync(new byte[16], CancellationToken.None);
        screen._pings = screen.PingAsync();
        return screen;
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _socket.Abort();
        await _pings;
        _socket.Dispose();
        _network.Dispose();
        _closed.Dispose();
    }

    /// <summary>So little fits on the way that the server soon notices.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(context.DnsEndPoint, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task PingAsync()
    {
        try
        {
            while (true)
            {
                await SendAsync("""{"type":6}""");
                await Task.Delay(PingEvery, _closed.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The server has had enough, or the test is over.
        }
    }

    private Task SendAsync(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, _closed.Token);
}
