using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadRouter.Accounts;

/// <summary>Hangs the problem answers into an application.</summary>
public static class ProblemsExtensions
{
    /// <summary>Lets bodies that cannot be bound reach <see cref="UseLeadRouterProblems"/>, in every environment.</summary>
    public static IServiceCollection AddLeadRouterProblems(this IServiceCollection services) =>
        services.AddExceptionHandler<ProblemExceptionHandler>().Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    /// <summary>
    /// Every error of what follows leaves as <c>application/problem+json</c>: put it first. An unavailable store or an
    /// overload is 503 with <c>Retry-After</c>, a bad body 400, 413 or 415, an empty error status its problem, anything else a logged 500 without details.
    /// </summary>
    public static IApplicationBuilder UseLeadRouterProblems(this IApplicationBuilder app) =>
        app.UseExceptionHandler(_ => { })
            .UseStatusCodePages(pages => Problems.OfStatus(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));

    /// <summary>Documents that an endpoint may answer with these problems.</summary>
    public static TBuilder WithProblems<TBuilder>(this TBuilder builder, params int[] statuses) where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(statuses);
        builder.WithMetadata([.. statuses.Select(status => new ProducesResponseTypeMetadata(status, typeof(ProblemDto), [ProblemResult.MediaType]))]);
        return builder;
    }
}
