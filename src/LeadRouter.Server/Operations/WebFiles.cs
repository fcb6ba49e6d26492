using Microsoft.Extensions.FileProviders;

namespace LeadRouter.Server.Operations;

/// <summary>Serves the built web app: hashed files for ever, the page itself never from a cache.</summary>
internal static class WebFiles
{
    public static void UseWebFiles(this WebApplication app, string? folder)
    {
        app.Use(async (http, next) =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            if (!http.Request.Path.StartsWithSegments("/docs"))
                headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'";
            await next();
        });
        if (folder is null || !Directory.Exists(folder))
            return;
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = response => Cache(response.Context) });
        app.MapFallback("{*path:nonfile}", async http =>
        {
            if (http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/hubs") || http.Request.Path.StartsWithSegments("/hooks") || !HttpMethods.IsGet(http.Request.Method))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.CacheControl = "no-cache";
            await http.Response.SendFileAsync(files.GetFileInfo("index.html"), http.RequestAborted);
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static void Cache(HttpContext http) => http.Response.Headers.CacheControl =
        http.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
