namespace LeadRouter.Server.Platform.Operations;

/// <summary>
/// What every answer tells the browser, errors too: they are set when the answer starts, so that who clears it on the way
/// cannot lose them. What the API and the hubs say may be personal, and no cache keeps it.
/// </summary>
internal static class SecurityHeaders
{
    private const string Page = "default-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /// <summary>The API's page builds its styles as it goes.</summary>
    private const string Docs = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Set, http);
        return next(http);
    });

    private static Task Set(object state)
    {
        var http = (HttpContext)state;
        var (path, headers) = (http.Request.Path, http.Response.Headers);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase) ? Docs : Page;
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/hooks", StringComparison.OrdinalIgnoreCase))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
