using System.Globalization;
using LeadRouter.Packaging.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadRouter.Packaging.Tests.Balancer;

/// <summary>What the balancer takes for a server: says its name, and is ready or not as a test wants it.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _posts;

    private StubServer(string name)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        _app = builder.Build();
        _app.MapGet("/health/ready", () => Ready ? Results.Ok() : Results.StatusCode(503));
        _app.MapGet("/name", () => name);
        _app.MapGet("/forwarded", (HttpContext http) => $"{http.Request.Headers["X-Forwarded-For"]} {http.Request.Headers["X-Forwarded-Proto"]} {http.Request.Headers["X-Forwarded-Host"]}");
        _app.MapPost("/dies", (HttpContext http) =>
        {
            Interlocked.Increment(ref _posts);
            http.Abort();
        });
    }

    public Uri Address { get; }

    public bool Ready { get; set; } = true;

    /// <summary>Posts that came in and were not answered.</summary>
    public int Posts => Volatile.Read(ref _posts);

    public static async Task<StubServer> StartAsync(string name)
    {
        var server = new StubServer(name);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
