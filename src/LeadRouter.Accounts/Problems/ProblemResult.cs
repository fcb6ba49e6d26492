using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LeadRouter.Accounts;

/// <summary>An error answer; made by <see cref="Problems"/>.</summary>
public sealed class ProblemResult : IResult, IStatusCodeHttpResult, IContentTypeHttpResult, IValueHttpResult, IValueHttpResult<ProblemDto>
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string MediaType = "application/problem+json";

    internal ProblemResult(ProblemDto problem, TimeSpan? retryAfter = null)
    {
        Problem = problem;
        RetryAfter = retryAfter;
    }

    /// <summary>The body.</summary>
    public ProblemDto Problem { get; }

    /// <summary>Sent as <c>Retry-After</c> in whole seconds, rounded up, at least 1.</summary>
    public TimeSpan? RetryAfter { get; }

    int? IStatusCodeHttpResult.StatusCode => Problem.Status;
    string? IContentTypeHttpResult.ContentType => MediaType;
    object? IValueHttpResult.Value => Problem;
    ProblemDto? IValueHttpResult<ProblemDto>.Value => Problem;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Problem.Status;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(Problem, ProblemJson.Default.ProblemDto, MediaType, httpContext.RequestAborted);
    }
}
