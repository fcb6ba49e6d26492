namespace LeadRouter.Server.Platform.Operations;

/// <summary>Is it alive, and can it take leads?</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" })).AllowAnonymous().WithTags("Operations").WithSummary("200 while the process answers.");
        routes.MapGet("/health/ready", Ready).AllowAnonymous().WithTags("Operations").WithSummary("200 when leads can be taken; 503 until recovered, and while nothing can be made durable.");
    }

    private static IResult Ready(Readiness readiness, IEngineStore store) => (readiness.Recovered, store.IsHealthy) switch
    {
        (true, true) => Results.Ok(new { status = "ready" }),
        (false, _) => Results.Json(new { status = "recovering" }, statusCode: StatusCodes.Status503ServiceUnavailable),
        _ => Results.Json(new { status = "storeUnavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable),
    };
}
