using System.Net;
using LeadRouter.Contracts;

namespace LeadRouter.Accounts.Tests;

public sealed class UserEndpointTests
{
    [Fact]
    public async Task An_administrator_makes_lists_and_renames_people_without_reps()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var (vera, _) = await admin.CreateUserAsync("Vera");
        await app.Service<IAccountService>().CreateRepAccountAsync("rina", null, "Rina", "rep-1", CancellationToken.None);

        (await admin.PatchAsync("/api/v1/users/VERA", new UpdateUserRequest { Name = " Vera V. " })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var users = await (await admin.GetAsync("/api/v1/users")).ReadAsync<AccountDto[]>(HttpStatusCode.OK);
        users.Select(user => (user.User, user.Name, user.Roles.Single(), user.Active)).ShouldBe([("admin", "Administrator", "admin", true), ("Vera", "Vera V.", "supervisor", true)]);
        var me = await (await vera.GetAsync("/api/v1/sessions/current")).ReadAsync<UserDto>(HttpStatusCode.OK);
        me.Name.ShouldBe("Vera V.");
    }

    [Theory]
    [InlineData("x", "long enough", "supervisor", "user")]
    [InlineData("with space", "long enough", "supervisor", "user")]
    [InlineData("..", "long enough", "supervisor", "user")]
    [InlineData(null, "long enough", "supervisor", "user,name")]
    [InlineData("vera", "short", "supervisor", "password")]
    [InlineData("vera", null, "supervisor", "password")]
    [InlineData("vera", "long enough", "rep", "role")]
    [InlineData("vera", "long enough", null, "role")]
    public async Task Wrong_fields_are_named(string? user, string? password, string? role, string fields)
    {
        await using var app = await TestApp.StartAsync();

        var response = await (await app.AdminAsync()).PostAsync("/api/v1/users", new CreateUserRequest(user, password, null, role));

        var problem = await response.ShouldBeProblemAsync(400, "validation_failed");
        problem.Errors!.Keys.ShouldBe(fields.Split(','));
        problem.Errors.Values.ShouldAllBe(texts => texts.Length == 1 && texts[0].EndsWith('.'));
    }

    [Fact]
    public async Task A_name_is_given_once_whatever_its_case_and_however_many_ask_at_once()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            admin.PostAsync("/api/v1/users", new CreateUserRequest(i % 2 == 0 ? "vera" : "VERA", "battery staple 2", null, "supervisor"))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode)) await refused.ShouldBeProblemAsync(409, "user_taken");
    }

    [Fact]
    public async Task The_last_active_administrator_stays()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        await (await admin.PatchAsync("/api/v1/users/admin", new { active = false })).ShouldBeProblemAsync(409, "last_administrator");
        var (second, _) = await admin.CreateUserAsync("boss", "admin");

        // Each switches the other off at the same time: one must remain.
        var answers = await Task.WhenAll(admin.PatchAsync("/api/v1/users/boss", new { active = false }), second.PatchAsync("/api/v1/users/admin", new { active = false }));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
    }

    [Fact]
    public async Task Reps_and_unknown_users_are_not_changed_here()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        await app.Service<IAccountService>().CreateRepAccountAsync("rina", null, "Rina", "rep-1", CancellationToken.None);

        await (await admin.PatchAsync("/api/v1/users/rina", new { name = "R" })).ShouldBeProblemAsync(409, "rep_account");
        await (await admin.PatchAsync("/api/v1/users/nobody", new { name = "N" })).ShouldBeProblemAsync(404, "not_found");
        var problem = await (await admin.PatchAsync("/api/v1/users/admin", new { name = "", password = "short" })).ShouldBeProblemAsync(400, "validation_failed");
        problem.Errors!.Keys.ShouldBe(["password", "name"]);
    }

    [Fact]
    public async Task A_new_password_unlocks_and_the_list_shows_the_lock()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        await admin.CreateUserAsync("vera");
        for (var i = 0; i < 5; i++) await app.Client().TrySignInAsync("vera", "guess number " + i);
        var users = await (await admin.GetAsync("/api/v1/users")).ReadAsync<AccountDto[]>(HttpStatusCode.OK);
        users.Single(user => user.User == "vera").LockedUntil.ShouldBe(app.Time.GetUtcNow().AddMinutes(15));

        await admin.PatchAsync("/api/v1/users/vera", new { password = "a new password" });

        await app.Client().SignInAsync("vera", "a new password");
    }
}
