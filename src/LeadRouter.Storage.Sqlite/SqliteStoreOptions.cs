namespace LeadRouter.Storage.Sqlite;

/// <summary>Where the embedded store lives and how much may wait in it.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The folder of <c>leadrouter.db</c>, its write-ahead log and its lock. Created when missing; held by one process at a time.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Writes that may wait for the writer before the next one is refused at once. 1 to 1,000,000; default 8192.</summary>
    public int MaxWaitingWrites { get; init; } = 8192;

    /// <summary>Writes that share one transaction at most. 1 to 10,000; default 512.</summary>
    public int MaxBatchWrites { get; init; } = 512;

    /// <summary>Connections that read at the same time. 1 to 64; default 4.</summary>
    public int ReadConnections { get; init; } = 4;

    /// <summary>Reads that may wait for a connection before the next one is refused. 1 to 1,000,000; default 8192.</summary>
    public int MaxWaitingReads { get; init; } = 8192;

    /// <summary>Pages written to the write-ahead log between two checkpoints. 10 to 100,000; default 1000. See ADR 0002.</summary>
    public int CheckpointPages { get; init; } = 1000;

    /// <summary>Bytes to which the write-ahead log may grow before reads are paused to empty it. 1 MiB to 16 GiB; default 64 MiB.</summary>
    public long WalLimitBytes { get; init; } = 64L << 20;

    /// <summary>Page size of a new database; an existing one keeps its own. 512 to 65536, a power of two; default 4096.</summary>
    public int PageSizeBytes { get; init; } = 4096;

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DataFolder);
        Range(MaxWaitingWrites, 1, 1_000_000, nameof(MaxWaitingWrites));
        Range(MaxBatchWrites, 1, 10_000, nameof(MaxBatchWrites));
        Range(ReadConnections, 1, 64, nameof(ReadConnections));
        Range(MaxWaitingReads, 1, 1_000_000, nameof(MaxWaitingReads));
        Range(CheckpointPages, 10, 100_000, nameof(CheckpointPages));
        Range(WalLimitBytes, 1L << 20, 16L << 30, nameof(WalLimitBytes));
        Range(PageSizeBytes, 512, 65536, nameof(PageSizeBytes));
    }

    private static void Range(long value, long min, long max, string name)
    {
        if (value < min || value > max)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {min} to {max}.");
    }
}
