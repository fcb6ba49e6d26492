using System.Security.Claims;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadRouter.Accounts.Tests;

/// <summary>Endpoints that stand in for the rest of the server.</summary>
internal static class Probes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/hubs/probe", () => "hub").RequireAuthorization(AccountPolicies.Person);
        routes.MapGet("/hubs/wallboard", () => "board").RequireAuthorization(AccountPolicies.Board);
        routes.MapGet("/probe/rep", (ClaimsPrincipal rep) => rep.GetRepId()).RequireAuthorization(AccountPolicies.Rep);
        routes.MapGet("/probe/board", () => "board").RequireAuthorization(AccountPolicies.Board);
        routes.MapGet("/probe/default", () => "anybody").RequireAuthorization();
        routes.MapPost("/probe/open", () => "open").AllowAnonymous();
        routes.MapPost("/probe/store", void () => throw new StoreUnavailableException("disk full at a private place"));
        routes.MapPost("/probe/overload", void () => throw new OverloadedException());
        routes.MapPost("/probe/bug", void () => throw new InvalidOperationException("a private detail"));
        routes.MapGet("/probe/credential", (ClaimsPrincipal principal, ICredentialLifetime lifetime) => lifetime.IsLive(principal)).AllowAnonymous();
        // A connection like a hub's: it stays open until its credential ends.
        routes.MapGet("/hubs/open", async (ClaimsPrincipal principal, ICredentialLifetime lifetime, HttpContext context) =>
        {
            await context.Response.WriteAsync("open ");
            await context.Response.Body.FlushAsync();
            var ended = new TaskCompletionSource();
            await using var registration = lifetime.Ended(principal).Register(ended.SetResult);
            await ended.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync("ended");
        }).RequireAuthorization(AccountPolicies.Board);
    }
}
