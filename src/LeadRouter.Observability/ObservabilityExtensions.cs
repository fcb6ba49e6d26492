using System.Diagnostics.Metrics;
using LeadRouter.Observability.Exposition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prometheus;

namespace LeadRouter.Observability;

/// <summary>Puts the metrics into a server.</summary>
public static class ObservabilityExtensions
{
    /// <summary>Registers <see cref="RouterMetrics"/>, the process's own numbers and the registry behind <c>/metrics</c>.</summary>
    public static IServiceCollection AddRouterMetrics(this IServiceCollection services, Action<PrometheusOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddMetrics();
        services.AddOptions<PrometheusOptions>()
            .Validate(options => options.SeriesLimit >= 1, "SeriesLimit must be at least 1.");
        if (configure is not null)
            services.Configure(configure);
        services.AddSingleton(_ => Prometheus.Metrics.NewCustomRegistry());
        services.AddSingleton<PrometheusBridge>();
        services.AddSingleton<ProcessMetrics>();
        services.AddSingleton(provider =>
        {
            // What is counted before the bridge listens is lost, so it comes first.
            _ = provider.GetRequiredService<PrometheusBridge>();
            _ = provider.GetRequiredService<ProcessMetrics>();
            return new RouterMetrics(provider.GetRequiredService<IMeterFactory>());
        });
        return services;
    }

    /// <summary>Serves the metrics as text. Needs <see cref="AddRouterMetrics"/>.</summary>
    /// <remarks>Not as OpenMetrics, to whoever asks for it: its bounds of buckets are other labels (<c>le="1.0"</c>) than those that rules name.</remarks>
    public static IEndpointConventionBuilder MapPrometheusMetrics(this IEndpointRouteBuilder endpoints, string pattern = "/metrics")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        _ = endpoints.ServiceProvider.GetRequiredService<RouterMetrics>();
        var serve = endpoints.CreateApplicationBuilder().UseMetricServer(settings =>
        {
            settings.Registry = endpoints.ServiceProvider.GetRequiredService<CollectorRegistry>();
            settings.EnableOpenMetrics = false;
        }, url: null).Build();
        return endpoints.MapGet(pattern, serve).ExcludeFromDescription();
    }
}
