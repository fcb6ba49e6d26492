using System.Security.Claims;

namespace LeadRouter.Server.Features.Reps;

/// <summary>The people who call.</summary>
internal static class RepEndpoints
{
    private const int MaxReps = 5000;
    private const int MaxReason = 200;

    public static void MapReps(this IEndpointRouteBuilder routes)
    {
        var reps = routes.MapGroup("/api/v1/reps").AfterCatchingUp().WithTags("Reps").WithProblems(401, 403, 503);
        reps.MapGet("", ListAsync).RequireAuthorization(AccountPolicies.Supervisor).WithName("ListReps").WithSummary("All reps with their presence.").Produces<IReadOnlyList<RepDto>>();
        reps.MapPost("", CreateAsync).RequireAuthorization(AccountPolicies.Admin).WithName("CreateRep").WithSummary("Makes a rep and the account to sign in with.").Produces<CreateRepResponse>(201).WithProblems(400, 409);
        reps.MapPatch("/{repId}", UpdateAsync).RequireAuthorization(AccountPolicies.Admin).WithName("UpdateRep").WithSummary("Changes what is given and nothing else.").Produces<RepDto>().WithProblems(400, 404);
        reps.MapPost("/{repId}/presence", SetPresenceAsync).RequireAuthorization(AccountPolicies.Supervisor).WithName("SetRepPresence").WithSummary("A supervisor sets a rep available, on break or offline.").Produces<RepDto>().WithProblems(400, 404, 409);
    }

    private static async Task<IResult> ListAsync(FloorView floor, JournalFollower<FloorView> follower, IAccountService accounts, CancellationToken cancel)
    {
        await follower.CatchUpAsync(cancel);
        var list = new List<RepDto>();
        foreach (var rep in floor.Reps())
            list.Add(await ToDtoAsync(rep, accounts, cancel));
        return Results.Ok(list.OrderBy(rep => rep.Name, StringComparer.OrdinalIgnoreCase).ToList());
    }

    private static async Task<IResult> CreateAsync(CreateRepRequest body, IActorSystem actors, IAccountService accounts, IDeskSource desks, FloorView floor, IIdSource ids, TimeProvider time, CancellationToken cancel)
    {
        var change = new UpdateRepRequest { Name = body.Name, Queues = body.Queues, Skills = body.Skills, Languages = body.Languages, Capacity = body.Capacity, Weight = body.Weight, Phone = body.Phone };
        var (profile, errors) = RepProfileRules.Apply(null, change, desks.Current.Desk);
        if (profile is null)
            return Problems.Validation(errors);
        if (floor.Reps().Count >= MaxReps)
            return Problems.Refused(Refusal.Of(ProblemCodes.LimitReached, $"There can be at most {MaxReps} reps.", ("most", MaxReps)));
        var repId = ids.NewId(time.GetUtcNow());
        var account = await accounts.CreateRepAccountAsync(body.User, body.Password, profile.Name, repId, cancel);
        if (!account.IsOk)
            return Problems.Refused(account);
        // Should this fail, the rep is made from the account when his or her desk first connects.
        await actors.AskAsync(Address(repId), new AskRep(new RegisterRep(new RepId(repId), profile)), cancel);
        return Results.Created($"/api/v1/reps/{repId}", new CreateRepResponse(repId));
    }

    private static async Task<IResult> UpdateAsync(string repId, UpdateRepRequest body, IActorSystem actors, IAccountService accounts, IDeskSource desks, CancellationToken cancel)
    {
        if (await FindAsync(repId, actors, cancel) is not { } rep)
            return NotFound();
        var (profile, errors) = RepProfileRules.Apply(rep.Profile, body, desks.Current.Desk);
        if (profile is null)
            return Problems.Validation(errors);
        var account = await accounts.FindByRepAsync(repId, cancel);
        if (account.IsOk && await UpdateAccountAsync(account.Value.User, rep.Profile, profile, body, accounts, cancel) is { } problem)
            return problem;
        var reply = await actors.AskAsync(Address(repId), new AskRep(new ChangeRepProfile(profile)), cancel);
        return Results.Ok(await ToDtoAsync(reply.Rep!, accounts, cancel));
    }

    private static async Task<IResult?> UpdateAccountAsync(string user, RepProfile before, RepProfile after, UpdateRepRequest body, IAccountService accounts, CancellationToken cancel)
    {
        if (body.Password is { } password && await accounts.SetPasswordAsync(user, password, cancel) is { IsOk: false } refused)
            return Problems.Refused(refused);
        if (before.Active != after.Active && await accounts.SetActiveAsync(user, after.Active, cancel) is { IsOk: false } kept)
            return Problems.Refused(kept);
        if (before.Name != after.Name && await accounts.RenameAsync(user, after.Name, cancel) is { IsOk: false } unnamed)
            return Problems.Refused(unnamed);
        return null;
    }

    private static async Task<IResult> SetPresenceAsync(string repId, SetPresenceRequest body, ClaimsPrincipal user, IActorSystem actors, IAccountService accounts, CancellationToken cancel)
    {
        if (WireNames.Parse<Presence>(body.State) is not { } presence)
            return Problems.Validation(new FieldErrors().Add("state", FieldError.Choose(WireNames.All<Presence>())));
        if (body.Reason is { Length: > MaxReason })
            return Problems.Validation(new FieldErrors().Add("reason", FieldError.Length(0, MaxReason)));
        if (await FindAsync(repId, actors, cancel) is null)
            return NotFound();
        var reply = await actors.AskAsync(Address(repId), new AskRep(new SetRepPresence(presence, body.Reason ?? "supervisor", user.Identity!.Name)), cancel);
        return reply.Refusal is { } refusal ? Problems.Refused(refusal) : Results.Ok(await ToDtoAsync(reply.Rep!, accounts, cancel));
    }

    private static async Task<RepDto> ToDtoAsync(Rep rep, IAccountService accounts, CancellationToken cancel)
    {
        var account = await accounts.FindByRepAsync(rep.Id.Value, cancel);
        return RepMapper.ToDto(rep, account.IsOk ? account.Value.User : "");
    }

    private static async Task<Rep?> FindAsync(string repId, IActorSystem actors, CancellationToken cancel) =>
        ActorId.IsKey(repId) ? (await actors.AskAsync(Address(repId), new GetRep(), cancel)).Rep : null;

    private static ActorId Address(string repId) => new(ActorKinds.Rep, repId);

    private static ProblemResult NotFound() => Problems.Create(StatusCodes.Status404NotFound, "rep_not_found", "There is no such rep.");
}
