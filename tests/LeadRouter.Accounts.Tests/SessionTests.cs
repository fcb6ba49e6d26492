using System.Net;
using LeadRouter.Contracts;

namespace LeadRouter.Accounts.Tests;

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_slides_with_use_and_ends_12_hours_after_the_last_request()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        for (var i = 0; i < 5; i++)
        {
            app.Time.Advance(TimeSpan.FromHours(11));
            (await admin.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        app.Time.Advance(TimeSpan.FromHours(12));
        await (await admin.GetAsync("/api/v1/sessions/current")).ShouldBeProblemAsync(401, "unauthenticated");
    }

    [Fact]
    public async Task However_busy_a_session_ends_after_30_days()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        for (var i = 0; i < 71; i++)
        {
            app.Time.Advance(TimeSpan.FromHours(10));
            (await admin.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        app.Time.Advance(TimeSpan.FromHours(10));
        (await admin.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_sliding_survives_a_restart()
    {
        var (store, time) = (new InMemoryDocuments(), new ManualTime());
        string token;
        await using (var app = await TestApp.StartAsync(store: store, time: time))
        {
            var session = await app.Client().SignInAsync("admin", TestApp.AdminPassword);
            token = session.Token;
            time.Advance(TimeSpan.FromHours(11));
            await app.Client(token).GetAsync("/api/v1/sessions/current");
            await app.Service<SessionBook>().SweepAsync(CancellationToken.None);
        }

        await using var restarted = await TestApp.StartAsync(store: store, time: time);
        time.Advance(TimeSpan.FromHours(11));
        (await restarted.Client(token).GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_request_reads_nothing_from_the_store()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var reads = app.Store.Reads;

        for (var i = 0; i < 10; i++) (await admin.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await app.Client("lrs_of-nobody").GetAsync("/api/v1/sessions/current");

        app.Store.Reads.ShouldBe(reads);
    }

    [Fact]
    public async Task Signing_out_voids_the_token_at_once_and_only_that_one()
    {
        await using var app = await TestApp.StartAsync();
        var (one, other) = (await app.AdminAsync(), await app.AdminAsync());

        var response = await one.DeleteAsync("/api/v1/sessions");

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("leadrouter_session=;");
        (await one.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await other.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Store.Count("sessions").ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_password_or_a_deactivation_ends_every_session_at_once(bool deactivate)
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var (first, _) = await admin.CreateUserAsync("vera");
        var second = app.Client((await app.Client().SignInAsync("vera", "battery staple 2")).Token);
        app.NoteSecret("a new password");

        var changed = await admin.PatchAsync("/api/v1/users/vera", deactivate ? new UpdateUserRequest { Active = false } : new UpdateUserRequest { Password = "a new password" });

        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var client in (TestClient[])[first, second])
            (await client.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        // Switching the account on again brings no old session back.
        await admin.PatchAsync("/api/v1/users/vera", new UpdateUserRequest { Active = true });
        (await first.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await app.Client().SignInAsync("vera", deactivate ? "battery staple 2" : "a new password");
    }

    [Fact]
    public async Task The_21st_session_pushes_the_oldest_out()
    {
        await using var app = await TestApp.StartAsync();
        List<TestClient> clients = [];
        for (var i = 0; i < 21; i++)
        {
            clients.Add(await app.AdminAsync());
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await clients[0].GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await clients[1].GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Store.Count("sessions").ShouldBe(20);
    }

    [Fact]
    public async Task The_background_sweep_clears_expired_sessions_away()
    {
        await using var app = await TestApp.StartAsync();
        await app.AdminAsync();
        app.Store.Count("sessions").ShouldBe(1);

        app.Time.Advance(TimeSpan.FromHours(12));

        await Wait.UntilAsync(() => app.Store.Count("sessions") == 0, "the expired session is still stored");
        app.Service<SessionBook>().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Writing_down_when_a_session_was_last_seen_brings_none_back_that_was_ended_elsewhere()
    {
        var (store, time) = (new InMemoryDocuments(), new ManualTime());
        await using var one = await TestApp.StartAsync(store: store, time: time);
        var session = await one.Client().SignInAsync("admin", TestApp.AdminPassword);
        await using var two = await TestApp.StartAsync(store: store, time: time);
        await one.Client(session.Token).DeleteAsync("/api/v1/sessions");
        time.Advance(TimeSpan.FromMinutes(6));
        await two.Client(session.Token).GetAsync("/api/v1/sessions/current");

        await two.Service<SessionBook>().SweepAsync(CancellationToken.None);

        store.Count("sessions").ShouldBe(0);
        (await two.Client(session.Token).GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_sweep_survives_a_store_that_is_down()
    {
        await using var app = await TestApp.StartAsync();
        await app.AdminAsync();
        app.Store.Down = true;
        app.Time.Advance(TimeSpan.FromHours(12));
        await Wait.UntilAsync(() => app.Logs.Lines.Any(line => line.Contains("could not be cleared", StringComparison.Ordinal)), "the failed sweep is not in the log");

        app.Store.Down = false;
        app.Time.Advance(Sweeper.Every);

        await Wait.UntilAsync(() => app.Store.Count("sessions") == 0, "the expired session is still stored");
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("deactivate")]
    [InlineData("password")]
    [InlineData("expiry")]
    public async Task An_open_connection_hears_that_its_session_has_ended(string how)
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var (vera, session) = await admin.CreateUserAsync("vera");
        using var response = await vera.Http.GetAsync("/hubs/open", HttpCompletionOption.ResponseHeadersRead);
        var body = response.Content.ReadAsStringAsync();

        if (how == "sign-out") await vera.DeleteAsync("/api/v1/sessions");
        else if (how == "deactivate") await admin.PatchAsync("/api/v1/users/vera", new { active = false });
        else if (how == "password") await admin.PatchAsync("/api/v1/users/vera", new { password = "a new password" });
        else app.Time.Advance(TimeSpan.FromHours(12));

        (await body.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("open ended");
        (await app.Client(session.Token).Http.GetStringAsync("/probe/credential")).ShouldBe("false");
    }
}
