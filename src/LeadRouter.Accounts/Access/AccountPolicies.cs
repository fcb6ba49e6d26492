using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace LeadRouter.Accounts;

/// <summary>The names of the authorization policies, for <c>RequireAuthorization</c> and <c>[Authorize]</c>.</summary>
public static class AccountPolicies
{
    /// <summary>A rep; the principal has a rep id.</summary>
    public const string Rep = "Rep";
    /// <summary>A supervisor or administrator.</summary>
    public const string Supervisor = "Supervisor";
    /// <summary>An administrator.</summary>
    public const string Admin = "Admin";
    /// <summary>A supervisor, an administrator, or a read-only board token.</summary>
    public const string Board = "Board";
    /// <summary>Anybody who signed in; no board token. What <c>RequireAuthorization()</c> without a name means.</summary>
    public const string Person = "Person";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Rep, policy => policy.RequireRole(AccountRoles.Rep).RequireClaim(AccountClaims.RepId));
        options.AddPolicy(Supervisor, policy => policy.RequireRole(AccountRoles.Supervisor, AccountRoles.Admin));
        options.AddPolicy(Admin, policy => policy.RequireRole(AccountRoles.Admin));
        options.AddPolicy(Board, policy => policy.RequireRole(AccountRoles.Supervisor, AccountRoles.Admin, AccountRoles.Board));
        options.AddPolicy(Person, policy => policy.RequireRole(AccountRoles.Rep, AccountRoles.Supervisor, AccountRoles.Admin));
        options.DefaultPolicy = options.GetPolicy(Person)!;
    }
}

/// <summary>What a principal says about itself. Its name is the user name; its roles are <see cref="AccountRoles"/>.</summary>
public static class AccountClaims
{
    public const string RepId = "rep_id";
    /// <summary>The shown name.</summary>
    public const string DisplayName = "display_name";
    internal const string Session = "session";
    internal const string BoardToken = "board_token";

    /// <summary>The rep behind the principal, or null.</summary>
    public static string? GetRepId(this ClaimsPrincipal principal) => principal.FindFirstValue(RepId);

    /// <summary>True for a supervisor or administrator.</summary>
    public static bool IsSupervisor(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.IsInRole(AccountRoles.Supervisor) || principal.IsInRole(AccountRoles.Admin);
    }
}
