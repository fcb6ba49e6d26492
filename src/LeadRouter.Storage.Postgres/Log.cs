using Microsoft.Extensions.Logging;

namespace LeadRouter.Storage.Postgres;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Opened the PostgreSQL store, schema version {Version}.")]
    public static partial void Opened(ILogger log, int version);

    [LoggerMessage(6, LogLevel.Warning, "PostgreSQL cannot be reached yet; it is tried for {Seconds} seconds.")]
    public static partial void Waits(ILogger log, int seconds);

    [LoggerMessage(2, LogLevel.Error, "The store cannot write: {Reason} It is tried about once per second.")]
    public static partial void WritesFail(ILogger log, string reason);

    [LoggerMessage(3, LogLevel.Information, "The store can write again.")]
    public static partial void WritesWorkAgain(ILogger log);

    [LoggerMessage(4, LogLevel.Warning, "The connection that hears of other servers' writes is lost; it is made again. Until then their changes are noticed later.")]
    public static partial void ListensNoMore(ILogger log);

    [LoggerMessage(5, LogLevel.Information, "Hears of other servers' writes again.")]
    public static partial void ListensAgain(ILogger log);
}
