namespace LeadRouter.Server.Platform.Metrics;

/// <summary>Counts every answer by its status.</summary>
internal sealed class AnswerCounter(RequestDelegate next, RouterMetrics metrics)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        metrics.Http.Answered(http.Response.StatusCode);
    }
}
