using Microsoft.AspNetCore.Http;

namespace LeadRouter.Accounts;

/// <summary>A token and the way it came: only a cookie comes without the page's doing.</summary>
internal readonly record struct PresentedToken(string Value, string Source)
{
    public const string Bearer = "LeadRouter.Bearer";
    public const string Query = "LeadRouter.Query";
    public const string Cookie = "LeadRouter.Cookie";
    private const string BearerPrefix = "Bearer ";
    private static readonly PathString Hubs = new("/hubs");

    public static bool IsHub(HttpRequest request) => request.Path.StartsWithSegments(Hubs, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The <c>Authorization</c> header, else <c>access_token</c> in the query of a hub (browsers cannot give a WebSocket a header;
    /// elsewhere it would leak into histories and logs), else the cookie.
    /// </summary>
    public static PresentedToken? From(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)) return new(header[BearerPrefix.Length..].Trim(), Bearer);
        if (IsHub(request) && request.Query["access_token"].ToString() is { Length: > 0 } query) return new(query, Query);
        return request.Cookies[SessionCookie.Name] is { Length: > 0 } cookie ? new(cookie, Cookie) : null;
    }

    public override string ToString() => Source;
}
