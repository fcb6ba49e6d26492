using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LeadRouter.Storage.Postgres;

/// <summary>Whether writes work. Speaks once per change, and never in the server's words: those may hold values or SQL.</summary>
internal sealed class StoreHealth(ILogger log)
{
    private string? _trouble;

    public string? Trouble => Volatile.Read(ref _trouble);

    public void Failed(Exception cause)
    {
        var reason = Reason(cause);
        if (Interlocked.Exchange(ref _trouble, reason) is null) Log.WritesFail(log, reason);
    }

    public void Worked()
    {
        if (Interlocked.Exchange(ref _trouble, null) is not null) Log.WritesWorkAgain(log);
    }

    public static StoreUnavailableException Unavailable(Exception cause) => new(Reason(cause), cause);

    /// <summary>Whether the connection is gone, and likely all others with it.</summary>
    public static bool IsLost(NpgsqlException cause) => cause is PostgresException refusal
        ? refusal.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
        : cause.InnerException is IOException or SocketException;

    private static string Reason(Exception cause) => cause switch
    {
        PostgresException e => $"PostgreSQL refused (SQLSTATE {e.SqlState}).",
        NpgsqlException or TimeoutException or IOException => "PostgreSQL cannot be reached.",
        _ => "The write failed inside the store.",
    };
}
