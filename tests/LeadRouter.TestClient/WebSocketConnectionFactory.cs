using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LeadRouter.TestClient;

/// <summary>SignalR over a bare web socket, without negotiation: what the client's core package needs to connect.</summary>
internal sealed class WebSocketConnectionFactory(Uri address) : Microsoft.AspNetCore.Connections.IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return new WebSocketConnection(socket);
    }

    private sealed class WebSocketConnection : ConnectionContext, IConnectionInherentKeepAliveFeature
    {
        private readonly ClientWebSocket _socket;
        private readonly CancellationTokenSource _closed = new();
        private readonly Pipe _incoming = new();
        private readonly Pipe _outgoing = new();
        private readonly Task _pumps;

        public WebSocketConnection(ClientWebSocket socket)
        {
            _socket = socket;
            Transport = new DuplexPipe(_incoming.Reader, _outgoing.Writer);
            Features.Set<IConnectionInherentKeepAliveFeature>(this);
            ConnectionClosed = _closed.Token;
            _pumps = Task.WhenAll(ReceiveAsync(), SendAsync());
        }

        public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("N");
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();
        public override IDuplexPipe Transport { get; set; }
        public bool HasInherentKeepAlive => false;

        public override async ValueTask DisposeAsync()
        {
            await _closed.CancelAsync();
            _socket.Abort();
            await _outgoing.Writer.CompleteAsync();
            await _pumps.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _socket.Dispose();
            _closed.Dispose();
            await base.DisposeAsync();
        }

        private async Task ReceiveAsync()
        {
            Exception? end = null;
            try
            {
                while (true)
                {
                    var received = await _socket.ReceiveAsync(_incoming.Writer.GetMemory(16 * 1024), _closed.Token);
                    if (received.MessageType == WebSocketMessageType.Close)
                        break;
                    _incoming.Writer.Advance(received.Count);
                    if ((await _incoming.Writer.FlushAsync(_closed.Token)).IsCompleted)
                        break;
                }
            }
            catch (Exception lost) when (lost is WebSocketException or OperationCanceledException)
            {
                end = lost is OperationCanceledException ? null : lost;
            }

            await _incoming.Writer.CompleteAsync(end);
            await _closed.CancelAsync();
        }

        private async Task SendAsync()
        {
            try
            {
                while (true)
                {
                    var read = await _outgoing.Reader.ReadAsync(_closed.Token);
                    var rest = read.Buffer.Length;
                    foreach (var part in read.Buffer)
                        await _socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: (rest -= part.Length) == 0, _closed.Token);
                    _outgoing.Reader.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted)
                        break;
                }
            }
            catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                await _outgoing.Reader.CompleteAsync();
                return;
            }

            await _outgoing.Reader.CompleteAsync();
        }
    }

    private sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
