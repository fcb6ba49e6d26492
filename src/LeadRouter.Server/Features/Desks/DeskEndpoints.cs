using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using LeadRouter.Domain.Queues.Policies;

namespace LeadRouter.Server.Features.Desks;

/// <summary>The routing configuration as one versioned document.</summary>
internal static class DeskEndpoints
{
    public static void MapDesks(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/api/v1/desk").AfterCatchingUp().WithTags("Desk").WithProblems(401, 403, 503);
        desk.MapGet("", Get).RequireAuthorization(AccountPolicies.Supervisor).WithName("GetDesk").WithSummary("The desk in force; its version is the ETag.").Produces<Desk>();
        desk.MapPut("", PutAsync).RequireAuthorization(AccountPolicies.Admin).WithName("PutDesk").WithSummary("Puts a desk in force. With If-Match it must be the version that was read.")
            .Accepts<Desk>("application/json").Produces<Desk>().WithProblems(400, 409, 412, 413);
        desk.MapPost("/validate", ValidateAsync).RequireAuthorization(AccountPolicies.Admin).WithName("ValidateDesk").WithSummary("Says what is wrong with a desk, without putting it in force.")
            .Accepts<Desk>("application/json").Produces<DeskValidationDto>().WithProblems(400, 413);
        routes.MapGet("/schemas/desk.json", () => Results.Json(Schema(), contentType: "application/schema+json")).WithTags("Desk").WithSummary("JSON Schema of the desk.");
    }

    private static IResult Get(HttpContext http, DeskService desks)
    {
        http.Response.Headers.ETag = Tag(desks.Version);
        return Results.Json(desks.Current.Desk, StoredJson.Options);
    }

    private static async Task<IResult> PutAsync(HttpContext http, DeskService desks, FloorView floor, JournalFollower<FloorView> follower, CancellationToken cancel)
    {
        long? expected = null;
        if (http.Request.Headers.IfMatch is [{ } tag] && tag != "*")
        {
            if (!long.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                return Problems.Create(StatusCodes.Status412PreconditionFailed, "desk_changed", "If-Match is not a version of the desk; get the desk again.");
            expected = version;
        }

        var (desk, problem) = await ReadAsync(http, cancel);
        if (desk is null)
            return problem!;
        if (DeskRules.Validate(desk) is { Any: true } errors)
            return Problems.Validation(errors);
        await follower.CatchUpAsync(cancel);
        if (floor.Queues().Keys.FirstOrDefault(queue => desk.FindQueue(queue) is null) is { } inUse)
            return Problems.Refused(Refusal.Of("queue_in_use", $"Queue '{inUse}' still has open leads; move them to another queue first.", ("queue", inUse)));
        if (await desks.PutAsync(desk, expected, cancel) is not { } written)
            return Problems.Create(StatusCodes.Status412PreconditionFailed, "desk_changed", "Somebody changed the desk meanwhile; get it again and repeat your change.");
        await floor.FollowCalendarAsync(CancellationToken.None);
        http.Response.Headers.ETag = Tag(written);
        return Results.Json(desk, StoredJson.Options);
    }

    private static async Task<IResult> ValidateAsync(HttpContext http, CancellationToken cancel)
    {
        var (desk, problem) = await ReadAsync(http, cancel);
        if (desk is null)
            return problem!;
        var errors = DeskRules.Validate(desk).ToDictionary();
        return Results.Ok(new DeskValidationDto(errors.Count == 0, errors.Texts(), errors.Codes()));
    }

    private static async Task<(Desk? Desk, IResult? Problem)> ReadAsync(HttpContext http, CancellationToken cancel)
    {
        try
        {
            return (await DeskService.ReadAsync(http.Request.Body, cancel), null);
        }
        catch (JsonException wrong)
        {
            return (null, Problems.UnknownField(wrong) ?? Problems.Validation(new FieldErrors().Add(wrong.Path ?? "$", FieldError.NotADesk())));
        }
    }

    private static string Tag(long version) => $"\"{version}\"";

    private static JsonNode Schema() => StoredJson.Strict.GetJsonSchemaAsNode(typeof(Desk), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = NameStrategies });

    /// <summary>A strategy is a text, of which only the names of policies are taken.</summary>
    private static JsonNode NameStrategies(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.PropertyInfo is { Name: "strategy" })
            schema["enum"] = new JsonArray([.. RepPolicies.All.Select(policy => (JsonNode)policy.Name)]);
        return schema;
    }
}
