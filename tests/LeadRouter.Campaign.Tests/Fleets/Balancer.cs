using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.Fleets;

/// <summary>What a load balancer does: asks each server whether it is ready, and gives new connections to those that are, in turn.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(1) };
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly Func<IReadOnlyList<ServerProcess>> _servers;
    private volatile Uri[] _ready;
    private int _next;

    public Balancer(Func<IReadOnlyList<ServerProcess>> servers)
    {
        _servers = servers;
        _ready = [.. servers().Select(server => server.Address)];
        _running = Task.Run(RunAsync);
    }

    /// <summary>The server of the next connection.</summary>
    public Uri Next()
    {
        var ready = _ready;
        return ready.Length == 0 ? _servers()[0].Address : ready[(uint)Interlocked.Increment(ref _next) % ready.Length];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var asked = await Task.WhenAll(_servers().Select(async server => (server.Address, IsReady: await IsReadyAsync(server.Address))));
            _ready = [.. asked.Where(server => server.IsReady).Select(server => server.Address)];
            await Task.Delay(Every, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsReadyAsync(Uri server)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(server, "/health/ready"), _stop.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
