using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LeadRouter.TestSupport;

/// <summary>A private PostgreSQL with its data in a temporary folder, on a free port of the loopback; fsync stays on.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(f => Path.Combine(f, "bin")).LastOrDefault(f => File.Exists(Path.Combine(f, "postgres")))
        : null;

    private readonly string _folder = Directory.CreateTempSubdirectory("leadrouter-postgres-").FullName;
    private readonly int _port = FreePort();
    private readonly string _dataParent;
    private string _pid = "";

    private PostgresServer(string? dataParent)
    {
        _dataParent = dataParent ?? _folder;
        // PostgreSQL refuses to run as root, so the folder belongs to the user of Debian's package.
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", _folder, _dataParent);
        Postgres("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums");
        Start();
    }

    /// <summary>Why there is none here, or null.</summary>
    public static string? Hindrance => Programs is null ? "PostgreSQL's programs are not in /usr/lib/postgresql: install postgresql." : null;

    /// <summary>Its port on the loopback.</summary>
    public int Port => _port;

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres";

    private string Data => Path.Combine(_dataParent, "data");

    /// <summary>Makes a new cluster and starts it.</summary>
    /// <param name="dataParent">The folder in which its data go, on a disk of the caller's; without one, a temporary one. Its log and its socket never lie there.</param>
    public static PostgresServer StartNew(string? dataParent = null) => new(dataParent);

    /// <summary>Starts the server that was stopped; returns when it takes connections.</summary>
    public void Start()
    {
        Postgres("pg_ctl", "start", "-w", "-D", Data, "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1");
        _pid = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
    }

    /// <summary>Stops it as a crash would: no checkpoint, connections cut.</summary>
    public void Crash() => Postgres("pg_ctl", "stop", "-w", "-D", Data, "-m", "immediate");

    /// <summary>Ends it where its files cannot be read any more: its first process, and with that the others. It may have ended by itself.</summary>
    public void Abandon()
    {
        using var kill = Process.Start("kill", ["-QUIT", _pid]);
        kill.WaitForExit();
    }

    /// <summary>Starts it on the data that a power cut left. A machine that comes up has none of the processes that its files name; here the dead one can still be in the table.</summary>
    public void StartAfterPowerCut()
    {
        File.Delete(Path.Combine(Data, "postmaster.pid"));
        File.Delete(Path.Combine(_folder, $".s.PGSQL.{_port}.lock"));
        Start();
    }

    /// <summary>Forgets what was set with <c>ALTER SYSTEM</c>; while it is stopped.</summary>
    public void ForgetAlteredSettings() => File.Delete(Path.Combine(Data, "postgresql.auto.conf"));

    /// <summary>Looks through every table and index.</summary>
    /// <exception cref="InvalidOperationException">One is damaged.</exception>
    public void Verify() => Postgres("pg_amcheck", "--install-missing", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "postgres");

    /// <summary>Stops it by the pid in its own folder and removes the folder.</summary>
    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) Crash();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Postgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException(Hindrance), program);
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Nothing is redirected: the server would inherit the pipe and the reader would wait for its end.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
