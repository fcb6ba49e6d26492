using System.Diagnostics;
using System.Text.Json;
using LeadRouter.Turns.Actors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Accounts;

/// <summary>Turns what endpoints throw into problems. Nothing of an unexpected exception reaches the caller; it goes to the log.</summary>
internal sealed class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await Translate(exception).ExecuteAsync(httpContext);
        return true;
    }

    private ProblemResult Translate(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { InnerException: JsonException json }:
                return Problems.UnknownField(json)
                    ?? Problems.Create(StatusCodes.Status400BadRequest, ProblemCodes.BadRequest, $"The body is not the JSON expected here (at {json.Path ?? "$"}).");
            case BadHttpRequestException bad:
                return Problems.OfStatus(bad.StatusCode);
            // Kestrel's answer to the size of a chunk that no number holds; to any other nonsense there it gives the above.
            case IOException { InnerException: OverflowException }:
                return Problems.OfStatus(StatusCodes.Status400BadRequest);
            case StoreUnavailableException:
                logger.StoreUnavailable(exception);
                return Problems.Unavailable(ProblemCodes.StoreUnavailable, "This could not be stored just now, or whether it was cannot be said. Look, and try again shortly.", RetryAfter);
            case OverloadedException:
                return Problems.Unavailable(ProblemCodes.Overloaded, "Too much is waiting just now; nothing was changed. Try again shortly.", RetryAfter);
            default:
                var trace = Activity.Current?.TraceId.ToString();
                logger.Unexpected(exception, trace);
                return Problems.Create(StatusCodes.Status500InternalServerError, ProblemCodes.InternalError, "Something went wrong on our side; it has been logged.", traceId: trace);
        }
    }
}

internal static partial class ProblemsLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "A request was refused because the store is unavailable")]
    public static partial void StoreUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "A request failed unexpectedly (trace {TraceId})")]
    public static partial void Unexpected(this ILogger logger, Exception exception, string? traceId);
}
