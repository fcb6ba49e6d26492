using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace LeadRouter.Telephony.Tests.Twilio;

/// <summary>A stand-in for Twilio's API over real HTTP on a loopback port. Each request takes the next answer of the script; the last one repeats.</summary>
internal sealed class FakeTwilio : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<HttpContext, int, Task>[] _script;
    private int _requests;

    private FakeTwilio(WebApplication app, Func<HttpContext, int, Task>[] script) => (_app, _script) = (app, script);

    /// <summary>The form of every order that arrived whole, in order of arrival.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, StringValues>> Orders { get; } = new();

    public ConcurrentQueue<(string Path, string? Authorization, string? ContentType)> Heads { get; } = new();

    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();

    public static async Task<FakeTwilio> StartAsync(params Func<HttpContext, int, Task>[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeTwilio(app, script);
        app.Run(fake.HandleAsync);
        await app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Heads.Enqueue((context.Request.Path, context.Request.Headers.Authorization, context.Request.ContentType));
        Orders.Enqueue(form.ToDictionary(pair => pair.Key, pair => pair.Value));
        var number = Interlocked.Increment(ref _requests) - 1;
        await _script[Math.Min(number, _script.Length - 1)](context, number);
    }

    /// <summary>Takes the call.</summary>
    public static Task Accept(HttpContext context, int number) => Write(context, 201, $$"""{"sid":"CA{{number:D4}}","status":"queued","queue_time":"1500"}""");

    /// <summary>Takes the call and breaks the connection instead of answering.</summary>
    public static Task Reset(HttpContext context, int number)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Takes the call, says so and breaks the connection in the middle of the sentence.</summary>
    public static async Task ResetInsideAnswer(HttpContext context, int number)
    {
        context.Response.StatusCode = 201;
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("""{"sid":"CA""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>Takes the call and answers when the test ends.</summary>
    public static async Task Hang(HttpContext context, int number) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public static Func<HttpContext, int, Task> Answer(int status, string body, string? retryAfter = null) => (context, _) =>
    {
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Write(context, status, body);
    };

    private static Task Write(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }
}
