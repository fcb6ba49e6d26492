using System.Net;
using LeadRouter.Contracts;

namespace LeadRouter.Accounts.Tests;

/// <summary>What is done on one server counts on every other: at once for what opens doors, within a second for what closes them.</summary>
public sealed class SeveralServersTests : IAsyncLifetime
{
    private readonly InMemoryDocuments _store = new();
    private readonly ManualTime _time = new();
    private TestApp _one = null!;
    private TestApp _two = null!;

    public async Task InitializeAsync()
    {
        _one = await TestApp.StartAsync(store: _store, time: _time, cluster: true);
        _two = await TestApp.StartAsync(store: _store, time: _time, cluster: true);
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_signed_in_on_one_is_signed_in_on_the_other_at_once()
    {
        for (var i = 0; i < 10; i++)
        {
            var session = await _one.Client().SignInAsync("admin", TestApp.AdminPassword);
            (await _two.Client(session.Token).GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_user_and_a_new_password_made_on_one_sign_in_on_the_other_at_once()
    {
        var admin = await _one.AdminAsync();
        _one.NoteSecret("a new password");
        await admin.CreateUserAsync("vera");
        await _two.Client().SignInAsync("vera", "battery staple 2");

        (await admin.PatchAsync("/api/v1/users/vera", new UpdateUserRequest { Password = "a new password" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        await _two.Client().SignInAsync("vera", "a new password");
        await (await _two.Client().TrySignInAsync("vera", "battery staple 2")).ShouldBeProblemAsync(401, "bad_credentials");
    }

    [Fact]
    public async Task Keys_and_board_tokens_made_on_one_open_the_other_at_once_and_are_managed_there()
    {
        var (admin, other) = (await _one.AdminAsync(), await _two.AdminAsync());
        var source = await (await admin.PostAsync("/api/v1/sources", new CreateSourceRequest("a form", "api", null))).ReadAsync<CreateSourceResponse>(HttpStatusCode.Created);
        var board = await (await admin.PostAsync("/api/v1/board-tokens", new CreateBoardTokenRequest("the wall", null))).ReadAsync<BoardTokenDto>(HttpStatusCode.Created);
        _one.NoteSecret(source.Key);
        _one.NoteSecret(board.Token);

        (await _two.Service<ISourceKeys>().FindAsync(source.Key)).ShouldNotBeNull().SourceId.ShouldBe(source.SourceId);
        (await _two.Client(board.Token).GetAsync("/probe/board")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.DeleteAsync("/api/v1/sources/" + source.SourceId)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await Wait.UntilAsync(() => _one.Service<SourceBook>().Find(source.Key) is null, "the key still opens the server that made it");
        // The name is free, and what comes late of the old source does not harm the new one.
        var again = await (await other.PostAsync("/api/v1/sources", new CreateSourceRequest("a form", "api", null))).ReadAsync<CreateSourceResponse>(HttpStatusCode.Created);
        _two.NoteSecret(again.Key);
        (await _one.Service<ISourceKeys>().FindAsync(again.Key)).ShouldNotBeNull().SourceId.ShouldBe(again.SourceId);
        await _one.Service<SourceBook>().ApplyAsync("a form", null);
        (await _one.Service<ISourceKeys>().FindAsync(again.Key)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("deactivate")]
    [InlineData("password")]
    [InlineData("board-token")]
    public async Task What_one_ends_closes_the_connections_of_the_other(string how)
    {
        var admin = await _one.AdminAsync();
        _one.NoteSecret("a new password");
        var (vera, session) = await admin.CreateUserAsync("vera");
        var token = session.Token;
        if (how == "board-token") token = (await (await admin.PostAsync("/api/v1/board-tokens", new CreateBoardTokenRequest("the wall", null))).ReadAsync<BoardTokenDto>(HttpStatusCode.Created)).Token;
        _one.NoteSecret(token);
        using var response = await _two.Client(token).Http.GetAsync("/hubs/open", HttpCompletionOption.ResponseHeadersRead);
        var body = response.Content.ReadAsStringAsync();

        var ended = how switch
        {
            "sign-out" => await vera.DeleteAsync("/api/v1/sessions"),
            "deactivate" => await admin.PatchAsync("/api/v1/users/vera", new UpdateUserRequest { Active = false }),
            "password" => await admin.PatchAsync("/api/v1/users/vera", new UpdateUserRequest { Password = "a new password" }),
            _ => await admin.DeleteAsync("/api/v1/board-tokens/" + (await (await admin.GetAsync("/api/v1/board-tokens")).ReadAsync<BoardTokenSummaryDto[]>(HttpStatusCode.OK)).Single().TokenId),
        };

        ended.IsSuccessStatusCode.ShouldBeTrue();
        (await body.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("open ended");
        (await _two.Client(token).GetAsync("/hubs/wallboard")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_lives_while_it_is_used_on_either()
    {
        var session = await _one.Client().SignInAsync("admin", TestApp.AdminPassword);
        var (here, there) = (_one.Client(session.Token), _two.Client(session.Token));
        await there.GetAsync("/api/v1/sessions/current");

        // Both write down that they saw it, in turns and against each other.
        for (var minute = 0; minute < 20; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            foreach (var client in (TestClient[])[here, there]) (await client.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await Task.WhenAll(SweepAsync(_one), SweepAsync(_two));
        }

        // It is used on one alone: each time shortly before the other would take it for idle.
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(2));
            (await here.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await SweepAsync(_one);
            await SweepAsync(_two);
        }

        _time.Advance(TimeSpan.FromMinutes(3));
        await SweepAsync(_two);
        (await here.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_server_that_lags_behind_does_not_end_a_session_whose_account_it_does_not_know_yet()
    {
        await using var behind = await TestApp.StartAsync(store: _store, time: _time);
        var admin = await _one.AdminAsync();
        _one.NoteSecret("a new password");
        await admin.PatchAsync("/api/v1/users/admin", new UpdateUserRequest { Password = "a new password" });
        var changed = await _one.Client().SignInAsync("admin", "a new password");
        var (_, unknown) = await _one.Client(changed.Token).CreateUserAsync("vera");
        foreach (var token in (string[])[changed.Token, unknown.Token])
        {
            var key = TokenHash.Of(token).ToString();
            await behind.Service<SessionBook>().ApplyAsync(key, await _store.GetAsync("sessions", key, CancellationToken.None));
        }

        await SweepAsync(behind);

        foreach (var token in (string[])[changed.Token, unknown.Token])
        {
            behind.Service<SessionBook>().Find(TokenHash.Of(token)).ShouldBeNull();
            (await _two.Client(token).GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Late_news_of_a_session_do_not_bring_it_back()
    {
        var session = await _one.Client().SignInAsync("admin", TestApp.AdminPassword);
        var (hash, book) = (TokenHash.Of(session.Token), _one.Service<SessionBook>());
        var document = (await _store.GetAsync("sessions", hash.ToString(), CancellationToken.None)).ShouldNotBeNull();
        await book.EndAsync(hash);

        await book.ApplyAsync(hash.ToString(), document);

        book.Find(hash).ShouldBeNull();
        book.Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_older_version_of_an_account_changes_nothing()
    {
        var older = (await _store.GetAsync("accounts", "admin", CancellationToken.None)).ShouldNotBeNull();
        _one.NoteSecret("a new password");
        (await (await _one.AdminAsync()).PatchAsync("/api/v1/users/admin", new UpdateUserRequest { Password = "a new password" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        foreach (var reader in _one.Services<IDocumentReader>().Where(reader => reader.Collection == "accounts")) await reader.ApplyAsync("admin", older);

        _one.Service<AccountBook>().Find("admin").ShouldNotBeNull().Stamp.ShouldBe(1);
    }

    [Fact]
    public async Task Guessed_tokens_cost_the_store_a_bounded_number_of_reads()
    {
        var (reads, started) = (_store.JournalReads, System.Diagnostics.Stopwatch.GetTimestamp());

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _one.Client("lrs_guess" + i).GetAsync("/api/v1/sessions/current")));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _one.Service<ISourceKeys>().FindAsync("lrk_guess" + i).AsTask()));

        // Two servers look by themselves too, five times a second at most.
        var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
        (_store.JournalReads - reads).ShouldBeLessThanOrEqualTo((int)(seconds * 110) + 6);
    }

    [Fact]
    public async Task While_the_store_is_away_an_unknown_token_is_not_called_wrong_and_the_known_ones_go_on()
    {
        var admin = await _one.AdminAsync();
        var elsewhere = await _two.Client().SignInAsync("admin", TestApp.AdminPassword);
        _store.Down = true;

        (await _one.Client("lrs_" + new string('a', 43)).GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await admin.GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _store.Down = false;
        (await _one.Client(elsewhere.Token).GetAsync("/api/v1/sessions/current")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task SweepAsync(TestApp app) => app.Service<SessionBook>().SweepAsync(CancellationToken.None);
}
