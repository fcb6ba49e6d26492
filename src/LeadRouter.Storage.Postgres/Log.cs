using Microsoft.Extensions.Logging;

namespace LeadRouter.Storage.Postgres;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Opened the PostgreSQL store, schema version {Version}.")]
    public static partial void Opened(ILogger log, int version);

    [LoggerMessage(2, LogLevel.Error, "The store cannot write: {Reason} It is tried about once per second.")]
    public static partial void WritesFail(ILogger log, string reason);

    [LoggerMessage(3, LogLevel.Information, "The store can write again.")]
    public static partial void WritesWorkAgain(ILogger log);
}
