using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadRouter.Accounts;

/// <summary>Makes the error answers of the whole server, so that they all look alike.</summary>
public static class Problems
{
    private const string UnmappedMember = "The JSON property '";

    /// <summary>Any problem; the title is the status's standard phrase.</summary>
    public static ProblemResult Create(int status, string code, string detail, TimeSpan? retryAfter = null, string? traceId = null) =>
        Create(status, new Refusal(code, detail, retryAfter), traceId);

    /// <summary>400 <c>validation_failed</c> with the fields that are wrong.</summary>
    public static ProblemResult Validation(FieldErrors errors) => Refused(Refusal.Of(errors));

    /// <summary>400 <c>validation_failed</c> with the JSON path of the field that the body's type does not have; null when something else is wrong.</summary>
    public static ProblemResult? UnknownField(JsonException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        // The serialiser has no type of exception for it, only this sentence.
        return exception is { InnerException: null, Path: ['$', .. var path] } && exception.Message.StartsWith(UnmappedMember, StringComparison.Ordinal)
            ? Validation(new FieldErrors().Add(path.TrimStart('.'), FieldError.UnknownField()))
            : null;
    }

    /// <summary>401 <c>unauthenticated</c>.</summary>
    public static ProblemResult Unauthenticated() =>
        Create(StatusCodes.Status401Unauthorized, ProblemCodes.Unauthenticated, "Sign in first, or send a token that is still valid.");

    /// <summary>403 <c>forbidden</c>.</summary>
    public static ProblemResult Forbidden() =>
        Create(StatusCodes.Status403Forbidden, ProblemCodes.Forbidden, "Your role does not allow this.");

    /// <summary>404 <c>not_found</c>.</summary>
    public static ProblemResult NotFound(string detail = "There is no such thing here.") =>
        Create(StatusCodes.Status404NotFound, ProblemCodes.NotFound, detail);

    /// <summary>503 with <c>Retry-After</c>.</summary>
    public static ProblemResult Unavailable(string code, string detail, TimeSpan retryAfter) =>
        Create(StatusCodes.Status503ServiceUnavailable, code, detail, retryAfter);

    /// <summary>A refusal with the status that belongs to its code; 409 for codes that are not in <see cref="ProblemCodes"/>.</summary>
    public static ProblemResult Refused(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Create(ProblemCodes.StatusOf(refusal.Code), refusal);
    }

    /// <summary>The refusal of a result that has one.</summary>
    public static ProblemResult Refused<T>(Result<T> result) where T : class =>
        Refused(result?.Refusal ?? throw new ArgumentException("The result was not refused.", nameof(result)));

    /// <summary>What an error status without a body means (an unknown route, a wrong method, ...).</summary>
    public static ProblemResult OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Unauthenticated(),
        StatusCodes.Status403Forbidden => Forbidden(),
        StatusCodes.Status404NotFound => NotFound(),
        StatusCodes.Status405MethodNotAllowed => Create(status, ProblemCodes.MethodNotAllowed, "This address does not know that method."),
        StatusCodes.Status408RequestTimeout => Create(status, ProblemCodes.RequestTimeout, "The request came too slowly."),
        StatusCodes.Status413PayloadTooLarge => Create(status, ProblemCodes.BodyTooLarge, "The body is larger than this address takes."),
        StatusCodes.Status415UnsupportedMediaType => Create(status, ProblemCodes.UnsupportedMediaType, "Send a body of a media type that this address takes, such as application/json."),
        >= 500 => Create(status, ProblemCodes.InternalError, "Something went wrong on our side."),
        _ => Create(status, ProblemCodes.BadRequest, "The request could not be understood."),
    };

    private static ProblemResult Create(int status, Refusal refusal, string? traceId = null) =>
        new(new ProblemDto
        {
            Title = ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Error",
            Status = status,
            Code = refusal.Code,
            Detail = refusal.Text,
            Values = refusal.Values,
            Errors = refusal.Errors?.Texts(),
            Codes = refusal.Errors?.Codes(),
            TraceId = traceId,
        }, refusal.RetryAfter);
}
