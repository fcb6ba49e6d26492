using System.Net;
using LeadRouter.Contracts;

namespace LeadRouter.Accounts.Tests;

public sealed class SetupTests
{
    private const string Password = "first of her name";

    [Fact]
    public async Task The_link_makes_the_administrator_once_and_signs_in()
    {
        await using var app = await TestApp.StartAsync(admin: false);
        app.NoteSecret(Password);
        app.Start.SetupPath.ShouldStartWith("/setup#token=");
        app.Start.SetupExpiresAt.ShouldBe(app.Time.GetUtcNow().AddHours(24));

        var response = await app.Client().PostAsync("/api/v1/setup", new SetupRequest(app.SetupToken, "Boss", Password));
        var session = await response.ReadAsync<SessionDto>(HttpStatusCode.OK);
        app.NoteSecret(session.Token);
        response.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("leadrouter_session=" + session.Token);
        (await app.Client(session.Token).GetAsync("/api/v1/users")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await (await app.Client().PostAsync("/api/v1/setup", new SetupRequest(app.SetupToken, "second", Password))).ShouldBeProblemAsync(409, "setup_done");
    }

    [Fact]
    public async Task Of_many_at_once_one_wins()
    {
        await using var app = await TestApp.StartAsync(admin: false);
        app.NoteSecret(Password);
        var client = app.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.PostAsync("/api/v1/setup", new SetupRequest(app.SetupToken, "boss" + i, Password))));

        var winner = answers.Where(answer => answer.IsSuccessStatusCode).ShouldHaveSingleItem();
        app.NoteSecret((await winner.ReadAsync<SessionDto>(HttpStatusCode.OK)).Token);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(19);
        app.Store.Count("accounts").ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_while_another_server_is_at_it_waits_and_wins_when_that_one_dies()
    {
        await using var one = await TestApp.StartAsync(admin: false);
        var redeem = one.SetupToken;
        await one.Store.PutAsync("setup", "first-administrator", Claimed(one.Time.GetUtcNow().AddMinutes(1)), 0, CancellationToken.None);

        var late = await one.Client().PostAsync("/api/v1/setup", new SetupRequest(redeem, "late", Password));
        await late.ShouldBeProblemAsync(409, "setup_in_progress");
        late.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromMinutes(1));

        // The other one died without making an administrator: the link works again.
        one.Time.Advance(TimeSpan.FromMinutes(1));
        one.NoteSecret((await (await one.Client().PostAsync("/api/v1/setup", new SetupRequest(redeem, "late", Password))).ReadAsync<SessionDto>(HttpStatusCode.OK)).Token);
    }

    [Fact]
    public async Task Of_links_of_two_servers_used_at_once_one_makes_the_administrator_and_all_are_void()
    {
        var store = new InMemoryDocuments();
        await using var one = await TestApp.StartAsync(admin: false, store: store);
        await using var two = await TestApp.StartAsync(admin: false, store: store);
        var apps = new[] { one, two };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => apps[i % 2].Client().PostAsync("/api/v1/setup", new SetupRequest(apps[i % 2].SetupToken, "boss" + i, Password))));

        var winner = answers.Where(answer => answer.IsSuccessStatusCode).ShouldHaveSingleItem();
        one.NoteSecret((await winner.ReadAsync<SessionDto>(HttpStatusCode.OK)).Token);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(19);
        store.Count("accounts").ShouldBe(1);
        store.Count("setup-links").ShouldBe(0);
        foreach (var app in apps)
            await (await app.Client().PostAsync("/api/v1/setup", new SetupRequest(app.SetupToken, "late", Password))).ShouldBeProblemAsync(409, "setup_done");
    }

    [Fact]
    public async Task A_link_of_an_earlier_start_stays_good_and_there_are_never_more_than_twenty()
    {
        var (store, time) = (new InMemoryDocuments(), new ManualTime());
        var tokens = new List<string>();
        for (var start = 0; start < 22; start++)
        {
            await using var restarted = await TestApp.StartAsync(admin: false, store: store, time: time);
            tokens.Add(restarted.SetupToken);
            time.Advance(TimeSpan.FromMinutes(1));
        }
        store.Count("setup-links").ShouldBe(20);

        await using var app = await TestApp.StartAsync(admin: false, store: store, time: time);
        await (await app.Client().PostAsync("/api/v1/setup", new SetupRequest(tokens[1], "boss", Password))).ShouldBeProblemAsync(403, "setup_token_invalid");
        app.NoteSecret((await (await app.Client().PostAsync("/api/v1/setup", new SetupRequest(tokens[^1], "boss", Password))).ReadAsync<SessionDto>(HttpStatusCode.OK)).Token);
    }

    [Fact]
    public async Task Two_servers_that_start_together_make_one_administrator_and_one_first_source()
    {
        var store = new InMemoryDocuments();
        var apps = await Task.WhenAll(TestApp.StartAsync(store: store, cluster: true), TestApp.StartAsync(store: store, cluster: true));
        await using var one = apps[0];
        await using var two = apps[1];

        var keys = await Task.WhenAll(apps.Select(app => app.Service<IAccountsBootstrap>().EnsureFirstSourceAsync(CancellationToken.None)));

        store.Count("accounts").ShouldBe(1);
        store.Count("sources").ShouldBe(1);
        var key = keys.Where(key => key is not null).ShouldHaveSingleItem()!;
        one.NoteSecret(key);
        foreach (var app in apps)
        {
            app.Start.SetupPath.ShouldBeNull();
            (await app.Service<ISourceKeys>().FindAsync(key)).ShouldNotBeNull().Name.ShouldBe("first form");
            await app.Client().SignInAsync("admin", TestApp.AdminPassword);
        }
    }

    [Fact]
    public async Task A_wrong_and_an_expired_token_are_refused()
    {
        var (store, time) = (new InMemoryDocuments(), new ManualTime());
        await using var app = await TestApp.StartAsync(admin: false, store: store, time: time);
        foreach (var token in (string[])["lru_guess", "", new string('x', 500)])
            (await app.Client().PostAsync("/api/v1/setup", new SetupRequest(token, "boss", Password))).StatusCode
                .ShouldBe(token == "" ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden);

        time.Advance(TimeSpan.FromHours(24));
        await (await app.Client().PostAsync("/api/v1/setup", new SetupRequest(app.SetupToken, "boss", Password))).ShouldBeProblemAsync(403, "setup_token_invalid");
        store.Count("accounts").ShouldBe(0);
    }

    [Fact]
    public async Task Bad_names_and_passwords_leave_the_token_unused()
    {
        await using var app = await TestApp.StartAsync(admin: false);

        var problem = await (await app.Client().PostAsync("/api/v1/setup", new SetupRequest(app.SetupToken, "x", "short"))).ShouldBeProblemAsync(400, "validation_failed");
        problem.Errors!.Keys.ShouldBe(["user", "password"]);

        app.NoteSecret((await (await app.Client().PostAsync("/api/v1/setup", new SetupRequest(app.SetupToken, "boss", Password))).ReadAsync<SessionDto>(HttpStatusCode.OK)).Token);
    }

    [Fact]
    public async Task A_configured_password_makes_the_user_admin_only_while_there_is_none()
    {
        var store = new InMemoryDocuments();
        await using (var first = await TestApp.StartAsync(store: store))
        {
            first.Start.SetupPath.ShouldBeNull();
            var changed = await (await first.AdminAsync()).PatchAsync("/api/v1/users/admin", new UpdateUserRequest { Password = "another password" });
            changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using var app = await TestApp.StartAsync(store: store);
        await (await app.Client().TrySignInAsync("admin", TestApp.AdminPassword)).ShouldBeProblemAsync(401, "bad_credentials");
        await app.Client().SignInAsync("admin", "another password");
    }

    [Fact]
    public async Task A_configured_password_that_breaks_the_rules_stops_the_start_and_names_the_setting()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => TestApp.StartAsync(["Bootstrap:AdminPassword=short"], admin: false));

        error.Message.ShouldContain("Bootstrap:AdminPassword");
        error.Message.ShouldNotContain("short");
    }

    [Fact]
    public async Task The_first_source_is_made_at_the_very_first_start_only()
    {
        var store = new InMemoryDocuments();
        await using (var first = await TestApp.StartAsync(store: store))
        {
            var key = (await first.Service<IAccountsBootstrap>().EnsureFirstSourceAsync(CancellationToken.None)).ShouldNotBeNull();
            first.NoteSecret(key);
            var source = (await first.Service<ISourceKeys>().FindAsync(key)).ShouldNotBeNull();
            source.Name.ShouldBe("first form");
            source.Queue.ShouldBeNull();
            await (await first.AdminAsync()).DeleteAsync("/api/v1/sources/" + source.SourceId);
        }

        await using var app = await TestApp.StartAsync(store: store);
        (await app.Service<IAccountsBootstrap>().EnsureFirstSourceAsync(CancellationToken.None)).ShouldBeNull();
        store.Count("sources").ShouldBe(0);
    }

    private static byte[] Claimed(DateTimeOffset until) => AccountFormat.Format.Write(new SetupClaim(until));
}
