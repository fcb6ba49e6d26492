using Microsoft.AspNetCore.Http;

namespace LeadRouter.Accounts;

/// <summary>The stable codes that this project answers with.</summary>
public static class ProblemCodes
{
    public const string BadRequest = "bad_request";
    public const string ValidationFailed = "validation_failed";
    public const string BadCredentials = "bad_credentials";
    public const string Unauthenticated = "unauthenticated";
    public const string Forbidden = "forbidden";
    public const string CrossSite = "cross_site";
    public const string SetupTokenInvalid = "setup_token_invalid";
    public const string NotFound = "not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string RequestTimeout = "request_timeout";
    public const string SetupDone = "setup_done";
    public const string SetupInProgress = "setup_in_progress";
    public const string UserTaken = "user_taken";
    public const string RepTaken = "rep_taken";
    public const string NameTaken = "name_taken";
    public const string RepAccount = "rep_account";
    public const string LastAdministrator = "last_administrator";
    public const string LimitReached = "limit_reached";
    public const string BodyTooLarge = "body_too_large";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string LockedOut = "locked_out";
    public const string Throttled = "throttled";
    public const string InternalError = "internal_error";
    public const string Busy = "busy";
    public const string Overloaded = "overloaded";
    public const string StoreUnavailable = "store_unavailable";

    /// <summary>The HTTP status that goes with a refusal's code; 409 for any other.</summary>
    public static int StatusOf(string code) => code switch
    {
        BadRequest or ValidationFailed or "malformed_body" or "invalid_lead" or "bad_idempotency_key" => StatusCodes.Status400BadRequest,
        BadCredentials or Unauthenticated => StatusCodes.Status401Unauthorized,
        Forbidden or CrossSite or SetupTokenInvalid => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
        UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        LockedOut or Throttled => StatusCodes.Status429TooManyRequests,
        InternalError => StatusCodes.Status500InternalServerError,
        Busy or Overloaded or StoreUnavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };
}
