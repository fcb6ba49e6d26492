using System.Net;
using LeadRouter.Contracts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadRouter.Accounts.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task The_right_password_opens_a_session_whatever_the_case_of_the_name()
    {
        await using var app = await TestApp.StartAsync();

        var session = await app.Client().SignInAsync("ADMIN", TestApp.AdminPassword);

        session.User.User.ShouldBe("admin");
        session.User.Roles.ShouldBe(["admin"]);
        session.ExpiresAt.ShouldBe(app.Time.GetUtcNow().AddHours(12));
        var me = await (await app.Client(session.Token).GetAsync("/api/v1/sessions/current")).ReadAsync<UserDto>(HttpStatusCode.OK);
        me.User.ShouldBe("admin");
    }

    [Theory]
    [InlineData("admin", "not the password")]
    [InlineData("nobody", "not the password")]
    public async Task A_wrong_password_and_an_unknown_user_hear_the_same(string user, string password)
    {
        await using var app = await TestApp.StartAsync();

        var problem = await (await app.Client().TrySignInAsync(user, password)).ShouldBeProblemAsync(401, "bad_credentials");

        problem.Detail.ShouldBe("The user name or the password is wrong.");
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("nobody")]
    public async Task Five_failures_lock_for_15_minutes_even_with_the_right_password(string user)
    {
        await using var app = await TestApp.StartAsync();
        var client = app.Client();
        for (var i = 0; i < 5; i++) await (await client.TrySignInAsync(user, "guess number " + i)).ShouldBeProblemAsync(401, "bad_credentials");

        var locked = await client.TrySignInAsync(user, TestApp.AdminPassword);
        await locked.ShouldBeProblemAsync(429, "locked_out");
        locked.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromMinutes(15));

        app.Time.Advance(TimeSpan.FromMinutes(15));
        var after = await client.TrySignInAsync(user, TestApp.AdminPassword);
        after.StatusCode.ShouldBe(user == "admin" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
        if (user == "admin") app.NoteSecret((await after.ReadAsync<SessionDto>(HttpStatusCode.OK)).Token);
    }

    [Fact]
    public async Task Failures_further_apart_than_the_window_and_a_success_begin_a_new_count()
    {
        await using var app = await TestApp.StartAsync();
        var client = app.Client();
        for (var i = 0; i < 4; i++) await client.TrySignInAsync("admin", "guess number " + i);
        app.Time.Advance(TimeSpan.FromMinutes(15));
        for (var i = 0; i < 4; i++) await client.TrySignInAsync("admin", "guess number " + i);
        await client.SignInAsync("admin", TestApp.AdminPassword);
        for (var i = 0; i < 4; i++) await client.TrySignInAsync("admin", "guess number " + i);

        await client.SignInAsync("admin", TestApp.AdminPassword);
    }

    [Fact]
    public async Task Parallel_guesses_get_no_more_tries_than_serial_ones()
    {
        await using var app = await TestApp.StartAsync();
        var client = app.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => client.TrySignInAsync("admin", "guess number " + i)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(5);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(35);
    }

    [Fact]
    public async Task A_lock_survives_a_restart()
    {
        var (store, time) = (new InMemoryDocuments(), new ManualTime());
        await using (var app = await TestApp.StartAsync(store: store, time: time))
            for (var i = 0; i < 5; i++) await app.Client().TrySignInAsync("admin", "guess number " + i);

        await using var restarted = await TestApp.StartAsync(store: store, time: time);
        await (await restarted.Client().TrySignInAsync("admin", TestApp.AdminPassword)).ShouldBeProblemAsync(429, "locked_out");
    }

    [Fact]
    public async Task An_address_that_fails_too_often_is_shut_out_and_others_are_not()
    {
        await using var app = await TestApp.StartAsync(["Accounts:AddressFailures=3"]);
        var attacker = app.Client(from: "127.0.0.2");
        for (var i = 0; i < 3; i++) await attacker.TrySignInAsync("user" + i, "some password");

        var refused = await attacker.TrySignInAsync("admin", TestApp.AdminPassword);
        await refused.ShouldBeProblemAsync(429, "throttled");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        await (await attacker.PostAsync("/api/v1/setup", new SetupRequest("lru_guess", "boss", "long enough"))).ShouldBeProblemAsync(429, "throttled");

        await app.Client(from: "127.0.0.3").SignInAsync("admin", TestApp.AdminPassword);
        app.Time.Advance(TimeSpan.FromMinutes(15));
        await attacker.SignInAsync("admin", TestApp.AdminPassword);
    }

    [Fact]
    public async Task Beyond_the_queue_for_hashing_sign_ins_are_sent_away_with_a_time_to_come_back()
    {
        await using var app = await TestApp.StartAsync(["Accounts:HashConcurrency=1", "Accounts:HashQueue=0"]);
        using (var place = await app.Service<PasswordWorker>().EnterAsync(CancellationToken.None))
        {
            var busy = await app.Client().TrySignInAsync("admin", TestApp.AdminPassword);
            await busy.ShouldBeProblemAsync(503, "busy");
            busy.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        }
        await app.Client().SignInAsync("admin", TestApp.AdminPassword);
    }

    [Fact]
    public async Task A_hash_of_an_older_format_still_opens_the_account_and_is_renewed_once()
    {
        await using var app = await TestApp.StartAsync();
        var book = app.Service<AccountBook>();
        var old = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2 })).HashPassword("admin", TestApp.AdminPassword);
        await book.UpdateAsync("admin", account => account with { PasswordHash = old }, CancellationToken.None);

        await app.Client().SignInAsync("admin", TestApp.AdminPassword);
        var renewed = book.Find("admin").ShouldNotBeNull().PasswordHash;
        await app.Client().SignInAsync("admin", TestApp.AdminPassword);

        renewed.ShouldNotBe(old);
        book.Find("admin").ShouldNotBeNull().PasswordHash.ShouldBe(renewed);
    }

    [Fact]
    public async Task What_is_missing_or_far_too_long_is_named_and_costs_no_hash()
    {
        await using var app = await TestApp.StartAsync();
        var client = app.Client();

        var empty = await (await client.PostAsync("/api/v1/sessions", new SignInRequest(null, ""))).ShouldBeProblemAsync(400, "validation_failed");
        empty.Errors!.Keys.ShouldBe(["user", "password"]);
        var huge = await (await client.TrySignInAsync("admin", new string('x', 201))).ShouldBeProblemAsync(400, "validation_failed");
        huge.Errors!.Keys.ShouldBe(["password"]);
    }
}
