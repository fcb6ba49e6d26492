using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadRouter.Accounts;

/// <summary>Signing in and out, and the first administrator.</summary>
internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("").WithTags("People");
        people.MapPost("/sessions", SignInAsync).AllowAnonymous().WithName("signIn")
            .WithSummary("Sign in; the token also comes as a cookie")
            .WithBodyProblems().WithProblems(StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests);
        people.MapGet("/sessions/current", Current).For(AccountPolicies.Person).WithName("currentSession")
            .WithSummary("Who is signed in");
        people.MapDelete("/sessions", SignOutAsync).For(AccountPolicies.Person).WithName("signOut")
            .WithSummary("Sign out: the token is void at once");
        people.MapPost("/setup", SetUpAsync).AllowAnonymous().WithName("setUp")
            .WithSummary("Make the first administrator with the one-time set-up token, and sign in")
            .WithBodyProblems().WithProblems(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Results<Ok<SessionDto>, ProblemResult>> SignInAsync(SignInRequest body, SignInService signIn, SessionCookie cookie, HttpContext context, CancellationToken cancel) =>
        Answer(await signIn.SignInAsync(body.User, body.Password, RemoteAddress.Of(context), cancel), cookie, context);

    private static Ok<UserDto> Current(ClaimsPrincipal principal) => TypedResults.Ok(new UserDto(
        principal.Identity!.Name!,
        principal.FindFirstValue(AccountClaims.DisplayName)!,
        [.. principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value)],
        principal.GetRepId()));

    private static async Task<NoContent> SignOutAsync(ClaimsPrincipal principal, SessionBook sessions, HttpContext context)
    {
        if (Credentials.SessionOf(principal) is { } session) await sessions.EndAsync(session);
        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SessionDto>, ProblemResult>> SetUpAsync(SetupRequest body, FirstAdministrator first, SignInService signIn, SessionCookie cookie, HttpContext context, CancellationToken cancel)
    {
        var address = RemoteAddress.Of(context);
        if (await signIn.ShutOutAsync<StartedSession>(address) is { } shutOut) return Problems.Refused(shutOut);
        var outcome = await first.RedeemAsync(body.Token, body.User, body.Password, cancel);
        if (outcome.Refusal?.Code == ProblemCodes.SetupTokenInvalid) await signIn.CountFailureAsync(address);
        return Answer(outcome, cookie, context);
    }

    private static Results<Ok<SessionDto>, ProblemResult> Answer(Result<StartedSession> outcome, SessionCookie cookie, HttpContext context)
    {
        if (!outcome.IsOk) return Problems.Refused(outcome);
        cookie.Set(context, outcome.Value.Token);
        return TypedResults.Ok(new SessionDto(outcome.Value.Token, outcome.Value.ExpiresAt, outcome.Value.User));
    }
}
