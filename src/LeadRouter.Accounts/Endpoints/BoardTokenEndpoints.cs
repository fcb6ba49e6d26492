using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadRouter.Accounts;

/// <summary>Read-only tokens for screens on the wall.</summary>
internal static class BoardTokenEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/board-tokens").WithTags("Board").AfterCatchingUp();
        tokens.MapGet("", List).For(AccountPolicies.Admin).WithName("listBoardTokens")
            .WithSummary("Board tokens, without their secrets");
        tokens.MapPost("", CreateAsync).For(AccountPolicies.Admin).WithName("createBoardToken")
            .WithSummary("Make a read-only wallboard token; it is shown this once")
            .WithBodyProblems().WithProblems(StatusCodes.Status409Conflict);
        tokens.MapDelete("/{tokenId}", DeleteAsync).For(AccountPolicies.Admin).WithName("deleteBoardToken")
            .WithSummary("Delete a board token: it is void at once")
            .WithProblems(StatusCodes.Status404NotFound);
    }

    private static Ok<BoardTokenSummaryDto[]> List(BoardTokenBook book) => TypedResults.Ok(book.Live
        .OrderBy(token => token.Stored.CreatedAt)
        .Select(token => new BoardTokenSummaryDto(token.Id, token.Stored.Name, token.Stored.TokenHint, token.Stored.CreatedBy, token.Stored.CreatedAt, token.Stored.ExpiresAt))
        .ToArray());

    private static async Task<Results<Created<BoardTokenDto>, ProblemResult>> CreateAsync(ClaimsPrincipal principal, BoardTokenBook book, CreateBoardTokenRequest? body = null)
    {
        var created = await book.CreateAsync(body?.Name, body?.Days, principal.Identity!.Name!);
        return created.IsOk
            ? TypedResults.Created($"/api/v1/board-tokens/{created.Value.Id}", new BoardTokenDto(created.Value.Token, created.Value.Stored.ExpiresAt))
            : Problems.Refused(created);
    }

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(string tokenId, BoardTokenBook book) =>
        await book.DeleteAsync(tokenId) ? TypedResults.NoContent() : Problems.NotFound("There is no such board token.");
}
