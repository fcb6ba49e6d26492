using Microsoft.Extensions.Logging;

namespace LeadRouter.Cluster.Silos;

/// <summary>
/// Orleans cannot go on: most often the others have declared this server dead, since it was suspended or cut off for too long.
/// Whatever it still tries to write is refused by the versions in the store; it ends, to be started again.
/// </summary>
internal sealed partial class FatalErrors(ILogger<FatalErrors> logger) : IFatalErrorHandler
{
    private readonly TaskCompletionSource<string> _died = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes, with the reason, when the server has to end.</summary>
    public Task<string> Died => _died.Task;

    public bool IsUnexpected(Exception exception) => exception is not ThreadAbortException;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        LogFatal(exception, context);
        _died.TrySetResult(context ?? exception?.Message ?? "Orleans cannot go on.");
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "This server has to end, to be started again: {context}")]
    private partial void LogFatal(Exception? exception, string? context);
}
