using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LeadRouter.TestSupport;

/// <summary>A private Redis with its files in a temporary folder, on a free port of the loopback.</summary>
public sealed class RedisServer : IDisposable
{
    private const string Program = "redis-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-redis-").FullName;
    private Process? _process;

    private readonly bool _keeps;

    private RedisServer(bool keeps)
    {
        _keeps = keeps;
        Start();
    }

    /// <summary>Why there is none here, or null.</summary>
    public static string? Hindrance { get; } =
        Environment.GetEnvironmentVariable("PATH")?.Split(':').Any(folder => File.Exists(Path.Combine(folder, Program))) == true ? null : $"{Program} is not installed.";

    /// <summary>The same after each <see cref="Start"/>.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Host and port, as clients write them.</summary>
    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Starts a new server.</summary>
    /// <param name="keeps">What is in it is there again after the next <see cref="Start"/>.</param>
    public static RedisServer StartNew(bool keeps = false) => new(keeps);

    /// <summary>Starts the server that was stopped; returns when it answers.</summary>
    public void Start()
    {
        _process = Process.Start(Program, [
            "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder, "--logfile", Path.Combine(_folder, "log"), "--save", "", "--appendonly", _keeps ? "yes" : "no"]);
        for (var since = Stopwatch.GetTimestamp(); !Answers(); Task.Delay(10).Wait())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(since) > Patience)
                throw new InvalidOperationException($"{Program} does not answer:\n{File.ReadAllText(Path.Combine(_folder, "log"))}");
        }
    }

    /// <summary>Ends it as it is asked to end: connections are closed in order.</summary>
    public void Stop() => End("TERM");

    /// <summary>Ends it as a crash would.</summary>
    public void Kill() => End("KILL");

    /// <summary>It keeps its connections and answers nothing, until <see cref="Resume"/>.</summary>
    public void Suspend() => Signal("STOP");

    /// <summary>It goes on after <see cref="Suspend"/>.</summary>
    public void Resume() => Signal("CONT");

    /// <summary>Kills it and removes its folder.</summary>
    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private void End(string signal)
    {
        if (_process is not { HasExited: false })
            return;
        Signal(signal);
        if (!_process.WaitForExit(Patience))
            throw new InvalidOperationException($"{Program} did not end.");
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"]);
        kill.WaitForExit();
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            client.GetStream().Write("PING\r\n"u8);
            return client.GetStream().ReadByte() == '+';
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
