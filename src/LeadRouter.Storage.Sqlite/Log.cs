using Microsoft.Extensions.Logging;

namespace LeadRouter.Storage.Sqlite;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Opened the store in {Folder}, schema {Schema}.")]
    public static partial void Opened(ILogger log, string folder, int schema);

    [LoggerMessage(2, LogLevel.Error, "The store cannot write: {Reason} Writes are refused until it can; it is tried about once per second.")]
    public static partial void WritesFail(ILogger log, string reason, Exception cause);

    [LoggerMessage(3, LogLevel.Information, "The store can write again.")]
    public static partial void WritesWorkAgain(ILogger log);

    [LoggerMessage(4, LogLevel.Warning, "A checkpoint failed: {Reason} The write-ahead log grows until one works.")]
    public static partial void CheckpointFails(ILogger log, string reason);

    [LoggerMessage(5, LogLevel.Information, "Checkpoints work again.")]
    public static partial void CheckpointWorksAgain(ILogger log);

    [LoggerMessage(6, LogLevel.Warning, "The write-ahead log has {Bytes} bytes and could not be emptied: something reads the database for long.")]
    public static partial void WalOverLimit(ILogger log, long bytes);

    [LoggerMessage(8, LogLevel.Warning, "The states of {Leads} open leads cannot be read: the wallboard shows them from their next change on.")]
    public static partial void UnreadableLeads(ILogger log, int leads);

    [LoggerMessage(7, LogLevel.Information, "Migrated the store from schema {From} to {To}.")]
    public static partial void Migrated(ILogger log, int from, int to);
}
