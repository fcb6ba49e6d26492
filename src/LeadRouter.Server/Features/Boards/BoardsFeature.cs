namespace LeadRouter.Server.Features.Boards;

/// <summary>The wallboard: one document, asked for or pushed.</summary>
internal static class BoardsFeature
{
    public static void AddBoards(this IServiceCollection services)
    {
        services.AddSingleton<BoardSnapshots>();
        services.AddSingleton<BoardBroadcaster>();
        services.AddSingleton<IGauges>(provider => provider.GetRequiredService<BoardBroadcaster>());
    }

    public static void MapBoards(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/board", (BoardSnapshots boards) => Results.Bytes(boards.Now().Json, "application/json; charset=utf-8"))
            .RequireAuthorization(AccountPolicies.Board).WithTags("Board").WithName("GetBoard").WithSummary("The wallboard's document.").Produces<BoardDto>().WithProblems(401, 403);
        routes.MapHub<WallboardHub>("/hubs/wallboard");
    }
}
