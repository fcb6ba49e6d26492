using System.Net;
using LeadRouter.Contracts;

namespace LeadRouter.Accounts.Tests;

public sealed class AccountServiceTests
{
    [Fact]
    public async Task A_rep_without_a_password_signs_in_after_one_is_set()
    {
        await using var app = await TestApp.StartAsync();
        var service = app.Service<IAccountService>();
        var created = await service.CreateRepAccountAsync("rina", null, "Rina", "rep-1", CancellationToken.None);
        created.Value.ShouldNotBeNull().ShouldSatisfyAllConditions(info => info.HasPassword.ShouldBeFalse(), info => info.Roles.ShouldBe(["rep"]));
        await (await app.Client().TrySignInAsync("rina", "rep password")).ShouldBeProblemAsync(401, "bad_credentials");

        (await service.SetPasswordAsync("RINA", "rep password", CancellationToken.None)).IsOk.ShouldBeTrue();

        await app.Client().SignInAsync("rina", "rep password");
        (await service.FindByRepAsync("rep-1", CancellationToken.None)).Value!.User.ShouldBe("rina");
    }

    [Fact]
    public async Task Refusals_are_values_with_stable_codes()
    {
        await using var app = await TestApp.StartAsync();
        var service = app.Service<IAccountService>();
        await service.CreateRepAccountAsync("rina", null, "Rina", "rep-1", CancellationToken.None);

        (await service.CreateRepAccountAsync("RINA", null, "Other", "rep-2", CancellationToken.None)).Refusal!.Code.ShouldBe("user_taken");
        (await service.CreateRepAccountAsync("other", null, "Other", "rep-1", CancellationToken.None)).Refusal!.Code.ShouldBe("rep_taken");
        var invalid = await service.CreateRepAccountAsync("?", "short", "", "rep-3", CancellationToken.None);
        invalid.Refusal!.Code.ShouldBe("validation_failed");
        invalid.Refusal.Errors!.Keys.ShouldBe(["user", "name", "password"]);
        (await service.SetPasswordAsync("nobody", "long enough", CancellationToken.None)).Refusal!.Code.ShouldBe("not_found");
        (await service.SetPasswordAsync("rina", "short", CancellationToken.None)).Refusal!.Errors!.Keys.ShouldBe(["password"]);
        (await service.RenameAsync("rina", " ", CancellationToken.None)).Refusal!.Errors!.Keys.ShouldBe(["name"]);
        (await service.SetActiveAsync("nobody", false, CancellationToken.None)).Refusal!.Code.ShouldBe("not_found");
        (await service.SetActiveAsync("admin", false, CancellationToken.None)).Refusal!.Code.ShouldBe("last_administrator");
        (await service.FindByRepAsync("rep-9", CancellationToken.None)).Refusal!.Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task A_deactivated_rep_is_out_at_once_and_cannot_come_back_in()
    {
        await using var app = await TestApp.StartAsync();
        var service = app.Service<IAccountService>();
        await service.CreateRepAccountAsync("rina", "rep password", "Rina", "rep-1", CancellationToken.None);
        var rina = app.Client((await app.Client().SignInAsync("rina", "rep password")).Token);

        (await service.SetActiveAsync("rina", false, CancellationToken.None)).Value!.Active.ShouldBeFalse();

        (await rina.GetAsync("/probe/rep")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await (await app.Client().TrySignInAsync("rina", "rep password")).ShouldBeProblemAsync(401, "bad_credentials");
        (await service.RenameAsync("rina", "Rina R.", CancellationToken.None)).Value!.Name.ShouldBe("Rina R.");
    }

    [Fact]
    public async Task A_change_by_another_server_is_noticed_and_not_overwritten()
    {
        var store = new InMemoryDocuments();
        await using var one = await TestApp.StartAsync(store: store);
        await using var two = await TestApp.StartAsync(store: store);
        (await one.Service<IAccountService>().RenameAsync("admin", "Named by one", CancellationToken.None)).IsOk.ShouldBeTrue();

        var session = await two.Client().SignInAsync("admin", TestApp.AdminPassword);
        two.NoteSecret("another password");
        (await two.Service<IAccountService>().SetPasswordAsync("admin", "another password", CancellationToken.None)).Value!.Name.ShouldBe("Named by one");

        (await two.Client(session.Token).GetAsync("/probe/default")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_cannot_leave_memory_and_disk_apart()
    {
        await using var app = await TestApp.StartAsync();
        using var hungUp = new CancellationTokenSource();
        var change = app.Service<IAccountService>().RenameAsync("admin", "New name", hungUp.Token);
        await hungUp.CancelAsync();
        await change;

        var me = await (await (await app.AdminAsync()).GetAsync("/api/v1/sessions/current")).ReadAsync<UserDto>(HttpStatusCode.OK);
        me.Name.ShouldBe("New name");
        app.Store.Dump().ShouldContain("New name");
    }
}
