using System.Security.Claims;

namespace LeadRouter.Accounts;

/// <summary>
/// Whether the session or board token behind a connection still lives. ASP.NET Core checks a hub connection only when it opens;
/// a hub asks here on each call and aborts the connection when <see cref="Ended"/> fires.
/// </summary>
public interface ICredentialLifetime
{
    /// <summary>True while the credential is live; counts as a sign of life of a session.</summary>
    bool IsLive(ClaimsPrincipal principal);

    /// <summary>
    /// Cancelled on sign-out, deactivation, a new password, deletion of a board token, and within a minute of running out.
    /// Already cancelled when the principal holds no live credential.
    /// </summary>
    CancellationToken Ended(ClaimsPrincipal principal);
}
