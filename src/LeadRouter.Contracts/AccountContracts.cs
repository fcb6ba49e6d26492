using System.Text.Json.Serialization;

namespace LeadRouter.Contracts;

/// <summary>An account without a rep, as <c>GET /api/v1/users</c> lists it.</summary>
/// <param name="LockedUntil">Set while too many wrong passwords keep it locked.</param>
public sealed record AccountDto(string User, string Name, IReadOnlyList<string> Roles, bool Active, DateTimeOffset? LockedUntil);

/// <summary>Body of <c>PATCH /api/v1/users/{user}</c>: only what is given changes. A new password or <c>active: false</c> ends every session at once.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record UpdateUserRequest
{
    /// <summary>8 to 200 characters.</summary>
    public string? Password { get; init; }
    /// <summary>Shown name, 1 to 100 characters.</summary>
    public string? Name { get; init; }
    /// <summary>False: may not sign in. The last active administrator stays active.</summary>
    public bool? Active { get; init; }
}

/// <summary>Body of <c>POST /api/v1/board-tokens</c>; may be left out.</summary>
/// <param name="Name">Where the wallboard hangs, up to 100 characters.</param>
/// <param name="Days">1 to 3650; default 365.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CreateBoardTokenRequest(string? Name = null, int? Days = null);

/// <summary>A board token as listed; the token's first characters only.</summary>
public sealed record BoardTokenSummaryDto(string TokenId, string? Name, string TokenHint, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
