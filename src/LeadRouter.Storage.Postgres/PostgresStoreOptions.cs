using System.Text.RegularExpressions;

namespace LeadRouter.Storage.Postgres;

/// <summary>Where the PostgreSQL store lives and how much may wait in it.</summary>
public sealed partial record PostgresStoreOptions
{
    /// <summary>Npgsql's connection string. It may hold a password: it is never logged.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The schema that holds the tables, created when missing. 1 to 50 of a-z, 0-9 and _, no digit first; default leadrouter.</summary>
    public string Schema { get; init; } = "leadrouter";

    /// <summary>Turns that may wait for the writer before the next one is refused at once. 1 to 1,000,000; default 8192.</summary>
    public int MaxWaiting { get; init; } = 8192;

    /// <summary>Turns that share one transaction at most. 1 to 10,000; default 512.</summary>
    public int MaxBatch { get; init; } = 512;

    /// <summary>Connections for reads. 1 to 64; default 4. Besides, writes of documents have 4; the writer, the probe and the listener have one each.</summary>
    public int ReadConnections { get; init; } = 4;

    /// <summary>Seconds that a server which cannot be reached yet is waited for at the start; one that refuses is not. 0 to 600; default 30: after a power cut it may come up later than we do.</summary>
    public int StartSeconds { get; init; } = 30;

    /// <summary>Seconds that a new connection may take, or a wait for one of them to be free. 1 to 60; default 2: who posts a lead is told soon when there is no server.</summary>
    public int ConnectSeconds { get; init; } = 2;

    /// <summary>Seconds that a batch of turns may take, the wait for the other processes' batches included. 1 to 60; default 5.</summary>
    public int CommitSeconds { get; init; } = 5;

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ConnectionString);
        if (!SchemaName().IsMatch(Schema)) throw new ArgumentException("Schema must be 1 to 50 of a-z, 0-9 and _, and not start with a digit.", nameof(Schema));
        Range(MaxWaiting, 1_000_000, nameof(MaxWaiting));
        Range(MaxBatch, 10_000, nameof(MaxBatch));
        Range(ReadConnections, 64, nameof(ReadConnections));
        Range(StartSeconds, 600, nameof(StartSeconds), least: 0);
        Range(ConnectSeconds, 60, nameof(ConnectSeconds));
        Range(CommitSeconds, 60, nameof(CommitSeconds));
    }

    private static void Range(int value, int max, string name, int least = 1)
    {
        if (value < least || value > max) throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {max}.");
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,49}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SchemaName();
}
