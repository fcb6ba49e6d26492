using System.Diagnostics.Metrics;
using System.Text;
using LeadRouter.Observability.Exposition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadRouter.Observability;

/// <summary>Puts the metrics into a server.</summary>
public static class ObservabilityExtensions
{
    /// <summary>The content type of the text exposition format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Registers <see cref="RouterMetrics"/>, the process's own numbers and the collector behind <c>/metrics</c>.</summary>
    public static IServiceCollection AddRouterMetrics(this IServiceCollection services, Action<PrometheusOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddMetrics();
        services.AddOptions<PrometheusOptions>()
            .Validate(options => options.SeriesLimit >= 1, "SeriesLimit must be at least 1.");
        if (configure is not null)
            services.Configure(configure);
        services.AddSingleton<PrometheusCollector>();
        services.AddSingleton<ProcessMetrics>();
        services.AddSingleton(provider =>
        {
            // What is counted before the collector listens is lost, so it comes first.
            _ = provider.GetRequiredService<PrometheusCollector>();
            _ = provider.GetRequiredService<ProcessMetrics>();
            return new RouterMetrics(provider.GetRequiredService<IMeterFactory>());
        });
        return services;
    }

    /// <summary>Serves the exposition. Needs <see cref="AddRouterMetrics"/>.</summary>
    public static IEndpointConventionBuilder MapPrometheusMetrics(this IEndpointRouteBuilder endpoints, string pattern = "/metrics")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        _ = endpoints.ServiceProvider.GetRequiredService<RouterMetrics>();
        var collector = endpoints.ServiceProvider.GetRequiredService<PrometheusCollector>();
        return endpoints.MapGet(pattern, async (HttpContext context) =>
        {
            var body = Encoding.UTF8.GetBytes(collector.Scrape());
            context.Response.ContentType = ContentType;
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }).ExcludeFromDescription();
    }
}
