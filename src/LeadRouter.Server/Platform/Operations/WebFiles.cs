using Microsoft.Extensions.FileProviders;

namespace LeadRouter.Server.Platform.Operations;

/// <summary>Serves the built web app: hashed files for ever, the page itself never from a cache.</summary>
internal static class WebFiles
{
    public static void UseWebFiles(this WebApplication app, string? folder)
    {
        if (FilesIn(folder) is { } files)
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = response => Cache(response.Context) });
    }

    /// <summary>Answers with the web app's page what nothing else answers: put it last. It is no route: one that takes any path would hide the 405 and 415 of the others.</summary>
    public static void UseWebPage(this WebApplication app, string? folder)
    {
        if (FilesIn(folder) is not { } files)
            return;
        app.Use(async (http, next) =>
        {
            if (http.GetEndpoint() is not null || !IsPage(http.Request))
            {
                await next();
                return;
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.CacheControl = "no-cache";
            await http.Response.SendFileAsync(files.GetFileInfo("index.html"), http.RequestAborted);
        });
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !Path.HasExtension(request.Path)
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/hooks", StringComparison.OrdinalIgnoreCase);

    private static PhysicalFileProvider? FilesIn(string? folder) => Directory.Exists(folder) ? new PhysicalFileProvider(Path.GetFullPath(folder)) : null;

    private static void Cache(HttpContext http) => http.Response.Headers.CacheControl =
        http.Request.Path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase) ? "public, max-age=31536000, immutable" : "no-cache";
}
