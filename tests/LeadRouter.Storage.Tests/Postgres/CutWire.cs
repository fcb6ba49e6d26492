using System.Net;
using System.Net.Sockets;

namespace LeadRouter.Storage.Tests.Postgres;

/// <summary>A wire to the server that can be cut: what is sent then is neither delivered nor refused, as with a machine that is gone.</summary>
internal sealed class CutWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _serverPort;
    private readonly CancellationTokenSource _stop = new();
    private volatile TaskCompletionSource _whole = Whole();

    public CutWire(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Through(string connectionString) => connectionString.Replace($"Port={_serverPort}", $"Port={((IPEndPoint)_listener.LocalEndpoint).Port}", StringComparison.Ordinal);

    public void Cut() => _whole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What waited goes on.</summary>
    public void Mend() => _whole.TrySetResult();

    public void Dispose()
    {
        Mend();
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private static TaskCompletionSource Whole()
    {
        var whole = new TaskCompletionSource();
        whole.SetResult();
        return whole;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = JoinAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _stop.Token);
                await Task.WhenAny(CarryAsync(client, server), CarryAsync(server, client));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // One of the ends is gone: so is the connection.
            }
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            for (int read; (read = await from.GetStream().ReadAsync(bytes, _stop.Token)) > 0;)
            {
                await _whole.Task.WaitAsync(_stop.Token);
                await to.GetStream().WriteAsync(bytes.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The other end is told by the end of the connection.
        }
    }
}
