using System.Diagnostics.Metrics;

namespace LeadRouter.Observability.Catalogue;

/// <summary>Requests that failed on our side.</summary>
public sealed class HttpMetrics
{
    private readonly Counter<long> _errors;

    internal HttpMetrics(Meter meter)
    {
        _errors = meter.Count("leadrouter_http_errors_total", "Answers with a 5xx status.");
        _errors.Add(0, new KeyValuePair<string, object?>("status", 500));
        _errors.Add(0, new KeyValuePair<string, object?>("status", 503));
    }

    /// <summary>A request was answered; only a status from 500 to 599 is counted.</summary>
    public void Answered(int status)
    {
        if (status is >= 500 and <= 599)
            _errors.Add(1, new KeyValuePair<string, object?>("status", status));
    }
}
