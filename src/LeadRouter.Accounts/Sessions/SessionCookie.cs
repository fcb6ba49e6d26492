using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>The browser's copy of a session token: no script can read it, and no other site can make the browser send it.</summary>
internal sealed class SessionCookie(IOptions<AccountsOptions> options)
{
    public const string Name = "leadrouter_session";

    public void Set(HttpContext context, string token) =>
        // It may outlive the session: the server decides what is live.
        context.Response.Cookies.Append(Name, token, Options(context, options.Value.SessionMax));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, maxAge: null));

    private static CookieOptions Options(HttpContext context, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = maxAge,
        IsEssential = true,
    };
}
