using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace LeadRouter.Accounts;

/// <summary>The HTTP endpoints of this project, under <c>/api/v1</c>.</summary>
public static class AccountEndpoints
{
    private const int MaxBodyBytes = 16 * 1024;

    /// <summary>Maps sessions, set-up, users, sources and board tokens.</summary>
    public static IEndpointRouteBuilder MapAccountEndpoints(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .WithProblems(StatusCodes.Status503ServiceUnavailable)
            .AddEndpointFilter((context, next) =>
            {
                // Secrets are shown here once; no cache may keep them.
                context.HttpContext.Response.Headers.CacheControl = "no-store";
                return next(context);
            });
        SessionEndpoints.Map(api);
        UserEndpoints.Map(api);
        SourceEndpoints.Map(api);
        BoardTokenEndpoints.Map(api);
        return routes;
    }

    /// <summary>What a bad or too large body and a missing sign-in may answer.</summary>
    internal static RouteHandlerBuilder WithBodyProblems(this RouteHandlerBuilder builder) => builder.WithProblems(
        StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    /// <summary>The policy, and what those it keeps out hear.</summary>
    internal static RouteHandlerBuilder For(this RouteHandlerBuilder builder, string policy) => builder
        .RequireAuthorization(policy)
        .WithProblems(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
}
