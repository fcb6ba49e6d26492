using System.Diagnostics;
using System.Globalization;
using LeadRouter.Packaging.Tests.Support;
using LeadRouter.TestSupport;

namespace LeadRouter.Packaging.Tests.Natively;

/// <summary>The Compose file's Redis by its own command and health check, on a free port of the loopback.</summary>
internal sealed class NativeRedis : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-redis-").FullName;
    private readonly Process _process;

    private NativeRedis(Compose compose)
    {
        var command = compose.Services["redis"].Texts("command").Select(compose.Fill).ToList();
        // Its log goes into a file: nobody reads a pipe for as long as it runs.
        string[] here = ["--port", PortText, "--bind", "127.0.0.1", "--dir", _folder, "--logfile", Path.Combine(_folder, "log")];
        _process = Process.Start(command[0], [.. command.Skip(1), .. here]);
    }

    public int Port { get; } = Ports.Free();

    private string PortText => Port.ToString(CultureInfo.InvariantCulture);

    public static async Task<NativeRedis> StartAsync(Compose compose)
    {
        var redis = new NativeRedis(compose);
        var check = compose.Services["redis"].Map("healthcheck").Texts("test")[^1].Replace("redis-cli", $"redis-cli -p {redis.PortText}", StringComparison.Ordinal);
        var environment = compose.Environment("redis").Select(pair => (pair.Key, pair.Value)).ToArray();
        try
        {
            await Eventually.NothingMissingAsync(async () =>
                await Commands.TryAsync(check, environment) is { ExitCode: not 0 } answer ? $"redis answers {answer}" : null);
            return redis;
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
