using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts;

internal sealed class AccountsBootstrap(
    AccountBook accounts,
    SessionBook sessions,
    SourceBook sources,
    BoardTokenBook boards,
    AccountService service,
    SetupLinks links,
    PasswordWorker passwords,
    IOptions<BootstrapOptions> options,
    ILogger<AccountsBootstrap> logger) : IAccountsBootstrap
{
    private const string BootstrapUser = "admin";

    public async Task<AccountsStart> StartAsync(CancellationToken cancel)
    {
        passwords.WarmUp();
        await accounts.LoadAsync(cancel);
        await sessions.LoadAsync(cancel);
        await sources.LoadAsync(cancel);
        await boards.LoadAsync(cancel);
        if (!accounts.HasAdministrator && !await MakeFromConfigurationAsync(cancel)) return await links.IssueAsync(cancel);
        await links.ClearAsync(cancel);
        return new AccountsStart(null, null);
    }

    public Task<string?> EnsureFirstSourceAsync(CancellationToken cancel) => sources.EnsureFirstAsync(cancel);

    private async Task<bool> MakeFromConfigurationAsync(CancellationToken cancel)
    {
        if (options.Value.AdminPassword is not { Length: > 0 } password) return false;
        if (AccountRules.PasswordError(password) is { } error)
            throw new InvalidOperationException($"Setting {BootstrapOptions.Section}:{nameof(BootstrapOptions.AdminPassword)}: {error.Text}");

        var created = await service.CreateAsync(BootstrapUser, password, "Administrator", AccountRoles.Admin, repId: null, cancel);
        // Another server that starts at the same moment may have made it.
        if (created.IsOk || accounts.HasAdministrator) return true;
        logger.NoBootstrap(created.Refusal.Code);
        return false;
    }
}

internal static partial class BootstrapLog
{
    [LoggerMessage(EventId = 2601, Level = LogLevel.Warning, Message = "Bootstrap:AdminPassword made no administrator ({Code}: a user 'admin' of another kind exists); use the set-up link")]
    public static partial void NoBootstrap(this ILogger logger, string code);
}
