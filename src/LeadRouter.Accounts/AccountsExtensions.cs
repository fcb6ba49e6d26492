using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

/// <summary>Hangs accounts, sessions and keys into an application.</summary>
public static class AccountsExtensions
{
    /// <summary>
    /// Adds everything of this project. The composition root adds <see cref="LeadRouter.Turns.Ports.IDocumentStore"/> and
    /// <see cref="IQueueNames"/>, and calls <see cref="IAccountsBootstrap.StartAsync"/> before it serves.
    /// Settings: sections <c>Accounts</c> and <c>Bootstrap</c>.
    /// </summary>
    public static IServiceCollection AddLeadRouterAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<AccountsOptions>().Bind(configuration.GetSection(AccountsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BootstrapOptions>().Bind(configuration.GetSection(BootstrapOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QueryLogFilter>();

        services.AddSingleton<AccountBook>();
        services.AddSingleton<AccountService>();
        services.AddSingleton<IAccountService>(provider => provider.GetRequiredService<AccountService>());
        services.AddSingleton<PasswordWorker>();
        services.AddSingleton<SignInService>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<BoardTokenBook>();
        services.AddSingleton<SourceBook>();
        services.AddSingleton<ISourceKeys>(provider => provider.GetRequiredService<SourceBook>());
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<IAccountsBootstrap, AccountsBootstrap>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<ICredentialLifetime>(provider => provider.GetRequiredService<Credentials>());
        services.AddHostedService<Sweeper>();

        services.AddAuthentication(TokenAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthenticationHandler>(TokenAuthenticationHandler.SchemeName, configureOptions: null);
        services.AddAuthorization(AccountPolicies.Add);
        return services;
    }

    /// <summary>Signs requests in, refuses cross-site ones, and applies the endpoints' policies.</summary>
    public static IApplicationBuilder UseLeadRouterAccounts(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<CrossSiteGuard>().UseAuthorization();
}
