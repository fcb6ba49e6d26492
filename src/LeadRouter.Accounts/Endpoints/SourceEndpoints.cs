using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadRouter.Accounts;

/// <summary>Where leads come from, and the intake keys.</summary>
internal static class SourceEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var sources = api.MapGroup("/sources").WithTags("Sources").AfterCatchingUp();
        sources.MapGet("", List).For(AccountPolicies.Supervisor).WithName("listSources")
            .WithSummary("Sources, without their keys");
        sources.MapPost("", CreateAsync).For(AccountPolicies.Admin).WithName("createSource")
            .WithSummary("Make a source; its intake key is shown this once")
            .WithBodyProblems().WithProblems(StatusCodes.Status409Conflict);
        sources.MapDelete("/{sourceId}", DeleteAsync).For(AccountPolicies.Admin).WithName("deleteSource")
            .WithSummary("Delete a source: its key is void at once")
            .WithProblems(StatusCodes.Status404NotFound);
    }

    private static Ok<SourceDto[]> List(SourceBook book) => TypedResults.Ok(book.All
        .OrderBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
        .Select(source => new SourceDto(source.SourceId, source.Name, source.Channel, source.Queue, source.KeyHint, source.CreatedAt))
        .ToArray());

    private static async Task<Results<Created<CreateSourceResponse>, ProblemResult>> CreateAsync(CreateSourceRequest body, SourceBook book)
    {
        var created = await book.CreateAsync(body.Name, body.Channel, body.Queue);
        if (!created.IsOk) return Problems.Refused(created);
        var id = created.Value.Source.SourceId;
        return TypedResults.Created($"/api/v1/sources/{id}", new CreateSourceResponse(id, created.Value.Key));
    }

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(string sourceId, SourceBook book) =>
        await book.DeleteAsync(sourceId) ? TypedResults.NoContent() : Problems.NotFound("There is no such source.");
}
