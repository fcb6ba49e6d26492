namespace LeadRouter.Server.Tests.Roles;

/// <summary>Who comes.</summary>
[Flags]
public enum Caller
{
    Nobody = 1,
    IntakeKey = 2,
    Board = 4,
    Rep = 8,
    Supervisor = 16,
    Admin = 32,
    People = Rep | Supervisor | Admin,
    Lead = Supervisor | Admin,
    Everybody = Nobody | IntakeKey | Board | People,
}

/// <summary>An address of the server, and who may use it.</summary>
/// <param name="Status">What those who may get; the requests are made so that they change nothing.</param>
public sealed record Door(string Method, string Path, Caller Allowed, int Status, object? Body = null, string? Route = null)
{
    public string Template => $"{Method} {Route ?? Path}";

    public override string ToString() => Template;
}

/// <summary>The whole REST surface. A route that is missing here fails a test.</summary>
internal static class Surface
{
    public static IReadOnlyList<Door> Doors { get; } =
    [
        new("GET", "/health/live", Caller.Everybody, 200),
        new("GET", "/health/ready", Caller.Everybody, 200),
        new("GET", "/metrics", Caller.Everybody, 200),
        new("GET", "/openapi/v1.json", Caller.Everybody, 200),
        new("GET", "/schemas/desk.json", Caller.Everybody, 200),
        new("POST", "/api/v1/sessions", Caller.Everybody, 400, new { }),
        new("POST", "/api/v1/setup", Caller.Everybody, 400, new { }),
        new("GET", "/api/v1/sessions/current", Caller.People, 200),
        new("GET", "/api/v1/leads", Caller.People, 200),
        new("GET", "/api/v1/leads/none", Caller.People, 404, Route: "/api/v1/leads/{leadId}"),
        new("POST", "/api/v1/leads/none/reassign", Caller.Lead, 404, new { queue = "sales" }, "/api/v1/leads/{leadId}/reassign"),
        new("POST", "/api/v1/leads/none/withdraw", Caller.Lead, 404, new { reason = "test" }, "/api/v1/leads/{leadId}/withdraw"),
        new("GET", "/api/v1/board", Caller.Lead | Caller.Board, 200),
        new("GET", "/api/v1/desk", Caller.Lead, 200),
        new("PUT", "/api/v1/desk", Caller.Admin, 400, new { }),
        new("POST", "/api/v1/desk/validate", Caller.Admin, 200, new { }),
        new("GET", "/api/v1/reps", Caller.Lead, 200),
        new("POST", "/api/v1/reps", Caller.Admin, 400, new { }),
        new("PATCH", "/api/v1/reps/none", Caller.Admin, 404, new { }, "/api/v1/reps/{repId}"),
        new("POST", "/api/v1/reps/none/presence", Caller.Lead, 404, new { state = "break" }, "/api/v1/reps/{repId}/presence"),
        new("GET", "/api/v1/sources", Caller.Lead, 200),
        new("POST", "/api/v1/sources", Caller.Admin, 400, new { }),
        new("DELETE", "/api/v1/sources/none", Caller.Admin, 404, Route: "/api/v1/sources/{sourceId}"),
        new("GET", "/api/v1/users", Caller.Admin, 200),
        new("POST", "/api/v1/users", Caller.Admin, 400, new { }),
        new("PATCH", "/api/v1/users/none", Caller.Admin, 404, new { }, "/api/v1/users/{user}"),
        new("GET", "/api/v1/board-tokens", Caller.Admin, 200),
        new("POST", "/api/v1/board-tokens", Caller.Admin, 400, new { days = -1 }),
        new("DELETE", "/api/v1/board-tokens/none", Caller.Admin, 404, Route: "/api/v1/board-tokens/{tokenId}"),
        new("POST", "/hubs/rep/negotiate?negotiateVersion=1", Caller.Rep, 200),
        new("POST", "/hubs/wallboard/negotiate?negotiateVersion=1", Caller.Lead | Caller.Board, 200),
    ];

    /// <summary>Routes with tests of their own: signing out ends the very session; the intake takes keys only.</summary>
    public static IReadOnlyList<string> TestedElsewhere { get; } = ["DELETE /api/v1/sessions", "POST /api/v1/leads"];
}
