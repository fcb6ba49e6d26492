using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LeadRouter.TestClient;

/// <summary>The real server as a process of its own, on a free loopback port and with a data folder of its own.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>Password of the administrator <c>admin</c> of every server started here.</summary>
    public const string AdminPassword = "test-admin-password";

    private readonly List<PrintedLine> _output = [];
    private readonly bool _ownsData;
    private readonly string[] _arguments;
    private readonly string? _adminPassword;
    private readonly int? _openFiles;
    private volatile bool _introduced;
    private Process? _process;

    private ServerProcess(string data, bool ownsData, string[] arguments, string? adminPassword, int? openFiles)
    {
        DataFolder = data;
        _ownsData = ownsData;
        _arguments = arguments;
        _adminPassword = adminPassword;
        _openFiles = openFiles;
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Address { get; }

    public string DataFolder { get; }

    /// <summary>The intake key printed at the first start.</summary>
    public string IntakeKey { get; private set; } = "";

    /// <summary>What the process printed since it was first started.</summary>
    public string Output => string.Concat(Lines.Select(line => line.Text + Environment.NewLine));

    /// <summary>What the process printed since it was first started, and when it was heard.</summary>
    public IReadOnlyList<PrintedLine> Lines
    {
        get { lock (_output) return [.. _output]; }
    }

    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("The server is not running.");

    /// <summary>The exit code of a process that is gone, or null while it runs.</summary>
    public int? ExitCode => _process is { HasExited: true } gone ? gone.ExitCode : null;

    /// <summary>Starts a server; waits until it is ready.</summary>
    /// <param name="adminPassword">Null: no administrator, so that the set-up link is printed.</param>
    /// <param name="openFiles">How many files and connections the system lets it have open; null: as many as here.</param>
    public static async Task<ServerProcess> StartAsync(string[]? arguments = null, string? data = null, string? adminPassword = AdminPassword, int? openFiles = null)
    {
        var server = new ServerProcess(data ?? Directory.CreateTempSubdirectory("leadrouter-test-").FullName, data is null, arguments ?? [], adminPassword, openFiles);
        try
        {
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the server with these arguments alone until it ends by itself; gives its exit code and all it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(string[] arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo("dotnet", [ServerDll(), "--contentRoot", Path.GetDirectoryName(ServerDll())!, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var cancel = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(cancel.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"The server did not end within {limit}:\n{string.Concat(await said)}");
        }

        return (process.ExitCode, string.Concat(await said));
    }

    /// <summary>Starts the process (again) on the same address and data; waits until it is ready.</summary>
    public async Task StartAgainAsync()
    {
        // A limit is handed on to what a shell becomes.
        string[] command = _openFiles is { } files ? ["bash", "-c", $"ulimit -n {files} && exec dotnet \"$@\"", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[.. command[1..], ServerDll(), "--contentRoot", Path.GetDirectoryName(ServerDll())!, "--data", DataFolder, "--urls", Address.ToString().TrimEnd('/'), .. _arguments])
            start.ArgumentList.Add(argument);
        start.Environment["LEADROUTER__Bootstrap__AdminPassword"] = _adminPassword ?? "";
        start.Environment["DOTNET_gcServer"] = "0";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitReadyAsync(TimeSpan.FromSeconds(90));
    }

    /// <summary>SIGKILL: no warning, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for the process to end by itself and gives its exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan limit)
    {
        using var cancel = new CancellationTokenSource(limit);
        try
        {
            await _process!.WaitForExitAsync(cancel.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The server did not end within {limit}. The last it said:\n{string.Join('\n', Lines.TakeLast(50).Select(line => line.Text))}");
        }

        return _process.ExitCode;
    }

    /// <summary>A clean shutdown, as a service manager asks for it. Gives the exit code.</summary>
    /// <remarks>Not by SIGINT: a process that was started in the background of a script ignores it, and so do its children.</remarks>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await WaitForExitAsync(TimeSpan.FromSeconds(40));
    }

    /// <summary>Sends the process a signal by its name, such as STOP or CONT.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        if (_ownsData && Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
    }

    private async Task WaitReadyAsync(TimeSpan limit)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < limit)
        {
            if (_process!.HasExited)
                throw new InvalidOperationException($"The server ended with code {_process.ExitCode} before it was ready:\n{Output}");
            try
            {
                using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                // The intake key stands in the last line that is printed.
                if (response.IsSuccessStatusCode && _introduced)
                    return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(25);
        }

        throw new TimeoutException($"The server was not ready within {limit}:\n{Output}");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(new PrintedLine(DateTimeOffset.UtcNow, line));
        if (IntakeKey.Length == 0 && line.IndexOf("lrk_", StringComparison.Ordinal) is >= 0 and var at)
            IntakeKey = new string([.. line[at..].TakeWhile(c => char.IsLetterOrDigit(c) || c is '_' or '-')]);
        if (line.Contains("api/v1/leads -H", StringComparison.Ordinal))
            _introduced = true;
    }

    /// <summary>The built server: <c>LEADROUTER_SERVER_DLL</c>, or the build beside these tests with the same configuration.</summary>
    public static string ServerDll()
    {
        if (Environment.GetEnvironmentVariable("LEADROUTER_SERVER_DLL") is { Length: > 0 } given)
            return given;
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = output.Parent!.Name;
        for (var folder = output; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LeadRouter.sln")))
                return Path.Combine(folder.FullName, "src", "LeadRouter.Server", "bin", configuration, output.Name, "LeadRouter.Server.dll");
        }

        throw new InvalidOperationException("The server's build was not found; set LEADROUTER_SERVER_DLL.");
    }

    /// <summary>A port of the loopback that nobody has. Below the ports that the system gives to outgoing connections: while the server is down, one of its own clients could get its port.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, System.Security.Cryptography.RandomNumberGenerator.GetInt32(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one, then.
            }
        }
    }
}

/// <summary>A line that a process printed, and when it was heard.</summary>
public sealed record PrintedLine(DateTimeOffset At, string Text);
