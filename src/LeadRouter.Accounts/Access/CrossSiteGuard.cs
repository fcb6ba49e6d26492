using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace LeadRouter.Accounts;

/// <summary>
/// Refuses what another site makes a signed-in browser do. It looks only at requests that a cookie signed in, since a page must
/// know a token to send it any other way; what is open to anybody gains nothing from the cookie and passes.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true, AuthenticationType: PresentedToken.Cookie }
            || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || Allows(context.Request))
            return next(context);
        return Problems.Create(StatusCodes.Status403Forbidden, ProblemCodes.CrossSite,
            "This request did not come from this site's own pages. Programs send the token in the Authorization header.").ExecuteAsync(context);
    }

    private static bool Allows(HttpRequest request)
    {
        var unsafeMethod = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method));
        // Opening a hub is a GET, yet what follows can act; a browser always says where a WebSocket comes from.
        return unsafeMethod ? IsSameOrigin(request) == true : !PresentedToken.IsHub(request) || IsSameOrigin(request) != false;
    }

    /// <summary>What the browser says; null when it says nothing. No page can forge these headers.</summary>
    private static bool? IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin) return null;
        return string.Equals(origin, $"{request.Scheme}://{request.Host.ToUriComponent()}", StringComparison.OrdinalIgnoreCase);
    }
}
