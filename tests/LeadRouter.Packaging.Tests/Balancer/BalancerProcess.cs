using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LeadRouter.Packaging.Tests.Support;
using LeadRouter.TestSupport;

namespace LeadRouter.Packaging.Tests.Balancer;

/// <summary>A real HAProxy with the file of the repository; only addresses and the certificate's place are of this machine.</summary>
internal sealed class BalancerProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-haproxy-").FullName;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Process _process;
    private readonly int _metrics = Ports.Free();
    private readonly int _admin = Ports.Free();

    private BalancerProcess(IReadOnlyList<Uri?> servers, string? certificate)
    {
        Address = Local("http", Ports.Free());
        SecureAddress = Local("https", Ports.Free());
        var file = Path.Combine(_folder, "haproxy.cfg");
        File.WriteAllText(file, Config(servers, certificate));
        var start = new ProcessStartInfo(Tools.Find("haproxy")!, ["-db", "-f", file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LEADROUTER_TLS"] = certificate is null ? "off" : "on";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public Uri SecureAddress { get; }

    public Uri Metrics => new(Local("http", _metrics), "/metrics");

    /// <summary>What it logged.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts it; waits until it knows which of the servers are up.</summary>
    /// <param name="servers">The addresses of server1 to server3; null for one that does not answer.</param>
    /// <param name="certificate">A PEM file with certificate and key, or null for no TLS.</param>
    public static async Task<BalancerProcess> StartAsync(IReadOnlyList<Uri?> servers, string? certificate = null)
    {
        var balancer = new BalancerProcess(servers, certificate);
        try
        {
            for (var i = 0; i < servers.Count; i++)
                await balancer.ServerIsAsync($"server{i + 1}", servers[i] is null ? "down" : "up");
            return balancer;
        }
        catch
        {
            await balancer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs <c>deploy/haproxy/server.sh</c>.</summary>
    public Task<(int ExitCode, string Output)> ServerAsync(string name, string wish) =>
        Commands.TryAsync($"deploy/haproxy/server.sh {name} {wish} {_admin.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Waits until the balancer holds a server to be so.</summary>
    public Task ServerIsAsync(string name, string state) => Eventually.NothingMissingAsync(async () =>
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"haproxy ended:\n{Log}");
        var (_, output) = await ServerAsync(name, "state");
        return output.Trim() == state ? null : $"{name} is to be {state}, and is {output}\n{Log}";
    });

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Config(IReadOnlyList<Uri?> servers, string? certificate)
    {
        var config = Repository.Read("deploy/haproxy/haproxy.cfg");
        foreach (var (there, here) in new[]
        {
            ("bind :8080", $"bind {Address.Authority}"), ("bind :8443", $"bind {SecureAddress.Authority}"), ("bind :8404", $"bind {Metrics.Authority}"),
            ("127.0.0.1:9999", $"127.0.0.1:{_admin.ToString(CultureInfo.InvariantCulture)}"), ("/usr/local/etc/haproxy/certificates/leadrouter.pem", certificate ?? "none"),
            ("server1:8080", At(servers[0])), ("server2:8080", At(servers[1])), ("server3:8080", At(servers[2])),
        })
        {
            config.ShouldContain(there);
            config = config.Replace(there, here, StringComparison.Ordinal);
        }

        return config;
    }

    private static string At(Uri? server) => server?.Authority ?? Local("http", Ports.Free()).Authority;

    private static Uri Local(string scheme, int port) => new(string.Create(CultureInfo.InvariantCulture, $"{scheme}://127.0.0.1:{port}"));
}
