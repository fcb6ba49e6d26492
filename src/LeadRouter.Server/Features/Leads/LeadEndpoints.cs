using System.Security.Claims;

namespace LeadRouter.Server.Features.Leads;

/// <summary>Reading and moving leads. A rep sees only what rings at, is owned by or waits first for him or her.</summary>
internal static class LeadEndpoints
{
    private const int MaxPage = 200;
    private const int MaxReason = 500;
    private static readonly string[] States = WireNames.All<LeadStatus>();

    public static void MapLeads(this IEndpointRouteBuilder routes)
    {
        var leads = routes.MapGroup("/api/v1/leads").WithTags("Leads").WithProblems(401, 403, 503);
        leads.MapGet("", ListAsync).RequireAuthorization().WithName("ListLeads").WithSummary("Leads, newest first; a rep gets his or her own. q is part of a name, phone or e-mail; a phone as it is dialled or in E.164.").Produces<LeadPageDto>().WithProblems(400);
        leads.MapGet("/{leadId}", GetAsync).RequireAuthorization().WithName("GetLead").WithSummary("A lead with its timeline and the decisions about it.").Produces<LeadDetailDto>().WithProblems(404);
        leads.MapPost("/{leadId}/reassign", ReassignAsync).RequireAuthorization(AccountPolicies.Supervisor).WithName("ReassignLead").WithSummary("Moves a lead to a rep (as an offer only he or she gets for a while) or to a queue.").Produces<LeadDto>().WithProblems(400, 404, 409);
        leads.MapPost("/{leadId}/withdraw", WithdrawAsync).RequireAuthorization(AccountPolicies.Supervisor).WithName("WithdrawLead").WithSummary("Takes a lead out, for a reason.").Produces<LeadDto>().WithProblems(400, 404, 409);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, IEngineStore store, IDeskSource desks, CancellationToken cancel,
        string? state = null, string? queue = null, string? owner = null, string? source = null, string? campaign = null, string? q = null, bool? open = null, string? cursor = null, int limit = 50)
    {
        var before = LeadCursor.Parse(cursor);
        var errors = new FieldErrors()
            .Range("limit", limit, 1, MaxPage)
            .Check("state", state is null || States.Contains(state), FieldError.Choose(States))
            .Check("cursor", cursor is null || before is not null, FieldError.Cursor());
        if (errors.Any)
            return Problems.Validation(errors);
        var query = new LeadQuery
        {
            State = state, Queue = queue, Source = source, Campaign = campaign, Texts = LeadSearch.Texts(q, desks.Current.Desk.DefaultCountry), Open = open, Before = before, Limit = limit,
            Rep = user.IsSupervisor() ? owner : user.GetRepId() ?? "",
        };
        return Results.Ok(await LeadPages.ReadAsync(store, query, lead => MaySee(user, lead), cancel));
    }

    private static async Task<IResult> GetAsync(string leadId, ClaimsPrincipal user, IEngineStore store, IActorSystem actors, CancellationToken cancel)
    {
        var lead = await FindAsync(leadId, actors, cancel);
        return lead is null || !MaySee(user, lead)
            ? NotFound()
            : Results.Ok(LeadMapper.ToDetail(lead, await store.ReadEventsAsync(Address(leadId), cancel)));
    }

    private static async Task<IResult> ReassignAsync(string leadId, ReassignRequest body, ClaimsPrincipal user, IActorSystem actors, CancellationToken cancel)
    {
        if (body.RepId is null == body.Queue is null)
            return Problems.Validation(new FieldErrors().Add("repId", FieldError.Either("repId", "queue")));
        if (body.RepId is { } repId)
        {
            if (!ActorId.IsKey(repId) || (await actors.AskAsync(new ActorId(ActorKinds.Rep, repId), new GetRep(), cancel)).Rep is not { Profile.Active: true } rep)
                return Problems.Validation(new FieldErrors().Add("repId", FieldError.NoSuchRep()));
            // Nothing would ring: a queue offers to its members only.
            if (await FindAsync(leadId, actors, cancel) is { } lead && !rep.Profile.Queues.Contains(lead.Queue))
                return Problems.Refused(Refusal.Of("rep_not_in_queue", $"This rep does not work on the queue '{lead.Queue}'; move the lead to one of the rep's queues first, or add the rep to this one.", ("queue", lead.Queue)));
        }

        return await DoAsync(leadId, new ReassignLead(user.Identity!.Name!, body.RepId is { } to ? new RepId(to) : null, body.Queue), actors, cancel);
    }

    private static Task<IResult> WithdrawAsync(string leadId, WithdrawRequest body, ClaimsPrincipal user, IActorSystem actors, CancellationToken cancel) =>
        body.Reason?.Trim() is { Length: > 0 and <= MaxReason } reason
            ? DoAsync(leadId, new WithdrawLead(user.Identity!.Name!, reason), actors, cancel)
            : Task.FromResult<IResult>(Problems.Validation(new FieldErrors().Add("reason", FieldError.Length(1, MaxReason))));

    private static async Task<IResult> DoAsync(string leadId, LeadCommand command, IActorSystem actors, CancellationToken cancel)
    {
        if (await FindAsync(leadId, actors, cancel) is null)
            return NotFound();
        var reply = await actors.AskAsync(Address(leadId), new AskLead(command), cancel);
        return reply.Refusal is { } refusal ? Problems.Refused(refusal) : Results.Ok(LeadMapper.ToDto(reply.Lead!));
    }

    private static async Task<Lead?> FindAsync(string leadId, IActorSystem actors, CancellationToken cancel) =>
        ActorId.IsKey(leadId) ? (await actors.AskAsync(Address(leadId), new GetLead(), cancel)).Lead : null;

    private static bool MaySee(ClaimsPrincipal user, Lead lead) =>
        user.IsSupervisor() || (user.GetRepId() is { } rep && (lead.Owner?.Value == rep || lead.Addressee()?.Value == rep));

    private static ActorId Address(string leadId) => new(ActorKinds.Lead, leadId);

    private static ProblemResult NotFound() => Problems.Create(StatusCodes.Status404NotFound, "lead_not_found", "There is no such lead, or it is not yours.");
}
