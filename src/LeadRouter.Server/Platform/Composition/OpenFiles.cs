using System.Globalization;

namespace LeadRouter.Server.Platform.Composition;

/// <summary>
/// How many connections are let in at once: as many as the system's limit on open files leaves beside what the process needs itself.
/// A process that has none left can open no file of its store, and load no code: it dies.
/// </summary>
internal static class OpenFiles
{
    /// <summary>Kept for code, the store, the connections to PostgreSQL, Redis, the other servers and the carrier: an idle member of a cluster has 600 open.</summary>
    public const int Reserve = 900;

    private const int FewestConnections = 100;

    /// <summary>Connections that are let in at once; null where the system has no such limit.</summary>
    /// <exception cref="ArgumentException">The limit leaves too few.</exception>
    public static long? Connections() => Limit(LimitsOfThisProcess()) is not { } limit ? null
        : limit >= Reserve + FewestConnections ? limit - Reserve
        : throw new ArgumentException($"The system lets this process open {limit} files; it needs {Reserve + FewestConnections} or more, and one for each connection beyond {FewestConnections}. Raise the limit (ulimit -n).");

    /// <summary>The soft limit; the runtime has raised it to the hard one by the time it is asked.</summary>
    internal static long? Limit(IEnumerable<string> limits) =>
        limits.FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal)) is { } line
        && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;

    private static IEnumerable<string> LimitsOfThisProcess()
    {
        const string here = "/proc/self/limits";
        return File.Exists(here) ? File.ReadLines(here) : [];
    }
}
