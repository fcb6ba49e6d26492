using LeadRouter.Accounts;
using LeadRouter.Cluster;
using LeadRouter.Contracts;
using LeadRouter.Demo;
using LeadRouter.Domain.Desks;
using LeadRouter.Observability;
using LeadRouter.Server.Boards;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Hubs;
using LeadRouter.Server.Intake;
using LeadRouter.Server.Leads;
using LeadRouter.Server.Metrics;
using LeadRouter.Server.Operations;
using LeadRouter.Server.Reps;
using LeadRouter.Telephony.Twilio;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Telephony;
using LeadRouter.Turns.Views.Reps;

namespace LeadRouter.Server.Composition;

/// <summary>Maps what is served, and connects the watchers to the engine.</summary>
internal static class ServerPipeline
{
    public static void Map(this WebApplication app, ServerOptions options)
    {
        app.Use(async (http, next) =>
        {
            await next();
            http.RequestServices.GetRequiredService<RouterMetrics>().Http.Answered(http.Response.StatusCode);
        });
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseLeadRouterProblems();
        app.UseWebSockets();
        app.UseWebFiles(options.WebFolder);
        app.UseRouting();
        app.UseLeadRouterAccounts();
        app.MapAccountEndpoints();
        app.MapIntake();
        app.MapLeads();
        app.MapReps();
        app.MapDesk();
        app.MapGet("/api/v1/board", (BoardService board) => Results.Bytes(board.Snapshot().Json, "application/json; charset=utf-8")).RequireAuthorization(AccountPolicies.Board).WithTags("Board").WithName("GetBoard").WithSummary("The wallboard's document.").Produces<BoardDto>().WithProblems(401, 403);
        app.MapHub<RepHub>("/hubs/rep");
        app.MapHub<WallboardHub>("/hubs/wallboard");
        app.MapTwilioCallbacks();
        app.MapHealth();
        app.MapPrometheusMetrics().AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint("/openapi/v1.json", "LeadRouter v1");
        });
        app.UseWebPage(options.WebFolder);
    }

    /// <summary>Loads the desk and the accounts, recovers the engine.</summary>
    public static async Task<StartNews> StartEngineAsync(this IServiceProvider services, ServerOptions options, CancellationToken cancel)
    {
        // Before anything is loaded, so that what other servers change meanwhile is not missed.
        await services.GetRequiredService<DocumentFollower>().BeginAsync(cancel);
        var desks = services.GetRequiredService<DeskService>();
        await desks.LoadAsync(options.Demo ? DemoDesk.Create() : DefaultDesk.Create(), cancel);
        await WarmUp.RunAsync(desks.Current, services.GetRequiredService<IIdSource>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var accounts = services.GetRequiredService<IAccountsBootstrap>();
        var start = await accounts.StartAsync(cancel);
        var key = await accounts.EnsureFirstSourceAsync(cancel);
        var host = services.GetRequiredService<SiloHost>();
        var board = services.GetRequiredService<BoardService>();
        var screens = services.GetRequiredService<RepScreens>();
        board.Counted += screens.Recounted;
        // With several servers the journal alone has the order of what they commit.
        if (options.Cluster is null)
            host.Observe(screens);
        host.Observe(services.GetRequiredService<MetricsObserver>());
        if (options.Demo)
        {
            var demo = services.GetRequiredService<DemoCentre>();
            host.Observe(demo);
            var registrar = services.GetRequiredService<PostRegistrar>();
            demo.Posted += (post, answer) => registrar.Count(post.Source, post, answer);
        }

        host.Handle(new CarrierEffect(services.GetService<ICarrier>() ?? new NoCarrier(), services.GetRequiredService<IActorSystem>(), services.GetRequiredService<TimeProvider>()));
        Gauges.Connect(services.GetRequiredService<RouterMetrics>(), board, services.GetRequiredService<BoardBroadcaster>(), services.GetRequiredService<IFloorReporter>(), host, services.GetRequiredService<RouterStore>(), desks, services.GetRequiredService<TimeProvider>());
        await services.GetRequiredService<EngineLifetime>().StartAsync(cancel);
        return new StartNews(start.SetupPath, key);
    }
}

/// <summary>What is shown once, to the person who started the server.</summary>
internal sealed record StartNews(string? SetupPath, string? FirstKey);
