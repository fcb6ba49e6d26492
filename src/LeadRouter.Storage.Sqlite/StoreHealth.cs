using Microsoft.Extensions.Logging;

namespace LeadRouter.Storage.Sqlite;

/// <summary>Whether writes work. Only the writer thread changes it; anybody reads it. Speaks once per change.</summary>
internal sealed class StoreHealth(ILogger log)
{
    private volatile string? _trouble;

    public bool IsHealthy => _trouble is null;

    public string? Trouble => _trouble;

    public void Failed(Exception cause)
    {
        if (_trouble is null) Log.WritesFail(log, cause.Message, cause);
        _trouble = cause.Message;
    }

    public void Worked()
    {
        if (_trouble is null) return;
        _trouble = null;
        Log.WritesWorkAgain(log);
    }
}
