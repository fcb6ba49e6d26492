using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadRouter.Accounts;

/// <summary>Supervisors and administrators. Reps' accounts are kept with the reps.</summary>
internal static class UserEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("People").AfterCatchingUp();
        users.MapGet("", List).For(AccountPolicies.Admin).WithName("listUsers")
            .WithSummary("Accounts of supervisors and administrators");
        users.MapPost("", CreateAsync).For(AccountPolicies.Admin).WithName("createUser")
            .WithSummary("Make an account for a supervisor or administrator")
            .WithBodyProblems().WithProblems(StatusCodes.Status409Conflict);
        users.MapPatch("/{user}", UpdateAsync).For(AccountPolicies.Admin).WithName("updateUser")
            .WithSummary("Change a password, a name, or whether the account may be used")
            .WithBodyProblems().WithProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static Ok<AccountDto[]> List(AccountBook book, TimeProvider time) => TypedResults.Ok(book.All
        .Where(account => account.RepId is null)
        .OrderBy(account => account.User, StringComparer.OrdinalIgnoreCase)
        .Select(account => Dto(account, time))
        .ToArray());

    private static async Task<Results<Created<AccountDto>, ProblemResult>> CreateAsync(CreateUserRequest body, AccountService service, TimeProvider time, CancellationToken cancel)
    {
        if (body.Role is not (AccountRoles.Supervisor or AccountRoles.Admin))
            return Problems.Validation(new FieldErrors().Add("role", FieldError.Choose(AccountRoles.Supervisor, AccountRoles.Admin)));
        var created = await service.CreateAsync(body.User, body.Password, body.Name ?? body.User, body.Role, repId: null, cancel);
        return created.IsOk
            ? TypedResults.Created($"/api/v1/users/{Uri.EscapeDataString(created.Value.User)}", Dto(created.Value, time))
            : Problems.Refused(created);
    }

    private static async Task<Results<Ok<AccountDto>, ProblemResult>> UpdateAsync(string user, UpdateUserRequest body, AccountBook book, AccountService service, TimeProvider time, CancellationToken cancel)
    {
        if (book.Find(user)?.RepId is not null)
            return Problems.Refused(new Refusal(ProblemCodes.RepAccount, "This account belongs to a rep; change it at /api/v1/reps."));
        var errors = new FieldErrors()
            .Add("password", body.Password is null ? null : AccountRules.PasswordError(body.Password))
            .Add("name", body.Name is null ? null : AccountRules.NameError(body.Name));
        if (errors.Any) return Problems.Validation(errors);
        var changed = await service.ChangeAsync(user, new AccountChange(body.Password, body.Name, body.Active), cancel);
        return changed.IsOk ? TypedResults.Ok(Dto(changed.Value, time)) : Problems.Refused(changed);
    }

    private static AccountDto Dto(Account account, TimeProvider time) => new(
        account.User, account.Name, account.Roles, account.Active,
        account.Failures.LockedFor(time.GetUtcNow()) is null ? null : account.Failures.LockedUntil);
}
