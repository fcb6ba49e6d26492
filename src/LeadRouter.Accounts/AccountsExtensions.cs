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
    /// Adds everything of this project. The composition root adds <see cref="IDocumentStore"/>, <see cref="IDocumentJournal"/>,
    /// <see cref="IStoreSignal"/> and <see cref="IQueueNames"/>, and calls <see cref="DocumentFollower.BeginAsync"/> and then
    /// <see cref="IAccountsBootstrap.StartAsync"/> before it serves. With several servers it also adds an <see cref="IFailureCounts"/> that they share.
    /// Settings: sections <c>Accounts</c> and <c>Bootstrap</c>.
    /// </summary>
    public static IServiceCollection AddLeadRouterAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<AccountsOptions>().Bind(configuration.GetSection(AccountsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BootstrapOptions>().Bind(configuration.GetSection(BootstrapOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, RequestLogFilter>();

        services.AddSingleton<AccountBook>();
        services.AddSingleton<AccountService>();
        services.AddSingleton<IAccountService>(provider => provider.GetRequiredService<AccountService>());
        services.AddSingleton<PasswordWorker>();
        services.AddSingleton<SignInService>();
        services.TryAddSingleton<LocalFailureCounts>();
        services.TryAddSingleton<IFailureCounts>(provider => provider.GetRequiredService<LocalFailureCounts>());
        services.AddSingleton<SessionBook>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<BoardTokenBook>();
        services.AddSingleton<SourceBook>();
        services.AddSingleton<ISourceKeys, SourceKeys>();
        services.AddSingleton<SetupLinks>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<IAccountsBootstrap, AccountsBootstrap>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<ICredentialLifetime>(provider => provider.GetRequiredService<Credentials>());
        services.AddHostedService<Sweeper>();
        services.AddFollower();

        services.AddAuthentication(TokenAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthenticationHandler>(TokenAuthenticationHandler.SchemeName, configureOptions: null);
        services.AddAuthorization(AccountPolicies.Add);
        return services;
    }

    private static void AddFollower(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentReader, AccountChanges>();
        services.AddSingleton<IDocumentReader>(provider => provider.GetRequiredService<SessionBook>());
        services.AddSingleton<IDocumentReader>(provider => provider.GetRequiredService<SourceBook>());
        services.AddSingleton<IDocumentReader>(provider => provider.GetRequiredService<BoardTokenBook>());
        services.AddSingleton<DocumentFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<DocumentFollower>());
    }

    /// <summary>Signs requests in, refuses cross-site ones, and applies the endpoints' policies.</summary>
    public static IApplicationBuilder UseLeadRouterAccounts(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<CrossSiteGuard>().UseAuthorization();
}
