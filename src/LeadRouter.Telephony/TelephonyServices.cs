using LeadRouter.Telephony.Simulated;
using LeadRouter.Telephony.Twilio;
using LeadRouter.Turns.Telephony;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadRouter.Telephony;

/// <summary>Adds the carrier that the settings name.</summary>
public static class TelephonyServices
{
    /// <summary>
    /// Reads <c>Telephony:Carrier</c> and registers its <see cref="ICarrier"/> as a singleton; with none, <see cref="NoCarrier"/>.
    /// The settings are read now: a host that adds settings later must do so before this call. The carrier asks the container for
    /// <see cref="ICarrierEvents"/> at its first report. With several servers add <see cref="LiveServers"/>, so that they share the
    /// carrier's rate.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting is missing, unknown or out of range. The message names every such setting.</exception>
    public static IServiceCollection AddTelephony(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        var carrier = configuration[TelephonySettings.Carrier];
        switch (carrier?.Trim().ToLowerInvariant())
        {
            case null or "" or "none":
                return services.AddSingleton<ICarrier, NoCarrier>();
            case "simulated":
                return services.AddSimulatedCarrier(configuration);
            case "twilio":
                return services.AddTwilioCarrier(configuration);
            default:
                throw Invalid(TelephonySettings.Carrier, typeof(TelephonySettings), [$"{TelephonySettings.Carrier} is '{carrier}', which is not known: use none, simulated or twilio."]);
        }
    }

    private static IServiceCollection AddSimulatedCarrier(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(TelephonySettings.Simulated).Get<SimulatedCarrierOptions>() ?? new SimulatedCarrierOptions();
        Check(TelephonySettings.Simulated, options, options.Problems());
        return services.AddSingleton<ICarrier>(provider => new SimulatedCarrier(
            options,
            provider.GetRequiredService<ICarrierEvents>,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SimulatedCarrier>>()));
    }

    private static IServiceCollection AddTwilioCarrier(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(TelephonySettings.Twilio).Get<TwilioOptions>() ?? new TwilioOptions();
        Check(TelephonySettings.Twilio, options, options.Problems());
        services.AddMetrics();
        services.AddSingleton(options).AddSingleton<CarrierMetrics>().AddSingleton<TwilioCallbackHandler>().AddSingleton<ICarrier, TwilioCarrier>();
        services.AddHttpClient<TwilioCallsClient>(http =>
            {
                http.BaseAddress = new Uri(options.BaseUrl.TrimEnd('/') + "/");
                // The client has its own limit on the injected clock.
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would send the order and the token to somewhere else.
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                // A connection that Twilio closes while we write to it makes the call uncertain: idle ones are not worth keeping.
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }

    private static void Check(string section, object options, IEnumerable<string> problems)
    {
        var all = problems.ToList();
        if (all.Count > 0)
            throw Invalid(section, options.GetType(), all);
    }

    private static OptionsValidationException Invalid(string name, Type type, IEnumerable<string> problems) => new(name, type, problems);
}
