namespace LeadRouter.Server.Features.Intake;

/// <summary>Where leads are posted to, and what a sender reads about it.</summary>
internal static class IntakeRoutes
{
    private const string Description = """
        JSON or a form. A field is known by its name in any case, or by one of its usual other names, compared by letters and digits only: fullName, first_name and
        last_name, tel, phoneNumber, mobile, mail, e-mail, lang, comments and so on; its own name wins. Any other field of a JSON body is kept in attributes, as far
        as their limits go, nested ones as compact JSON text. The answer's warnings tell of each such field what became of it, for example "read as phone" or "kept in
        attributes"; there are none when every field went by its own name. The same Idempotency-Key and body again get the same answer, warnings included.
        """;

    public static void MapIntake(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/leads", (HttpContext http, IntakeEndpoint intake) => intake.PostAsync(http)).AllowAnonymous().WithTags("Intake").WithName("PostLead")
            .WithSummary("Takes a lead. 202 only after it is durable. Idempotency-Key lives 48 hours.").WithDescription(Description)
            .Accepts<PostLeadRequest>("application/json", "application/x-www-form-urlencoded", "multipart/form-data").Produces<PostLeadResponse>(202).WithProblems(400, 401, 413, 415, 422, 429, 503);
}
