using System.Net;
using LeadRouter.Contracts;

namespace LeadRouter.Accounts.Tests;

public sealed class BoardTokenTests
{
    [Fact]
    public async Task A_board_token_opens_the_board_by_header_and_hub_query_until_deleted()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var (id, token) = await admin.CreateBoardTokenAsync();
        var screen = app.Client(token.Token);
        using var open = await screen.Http.GetAsync("/hubs/open", HttpCompletionOption.ResponseHeadersRead);

        (await screen.GetAsync("/probe/board")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Client().GetAsync("/hubs/wallboard?access_token=" + token.Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Client().GetAsync("/probe/board?access_token=" + token.Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await admin.DeleteAsync("/api/v1/board-tokens/" + id)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await screen.GetAsync("/probe/board")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await open.Content.ReadAsStringAsync().WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("open ended");
        await (await admin.DeleteAsync("/api/v1/board-tokens/" + id)).ShouldBeProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task A_board_token_runs_out_and_is_swept_away()
    {
        await using var app = await TestApp.StartAsync();
        var (_, token) = await (await app.AdminAsync()).CreateBoardTokenAsync(days: 2);
        token.ExpiresAt.ShouldBe(app.Time.GetUtcNow().AddDays(2));

        app.Time.Advance(TimeSpan.FromDays(2));

        (await app.Client(token.Token).GetAsync("/probe/board")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Wait.UntilAsync(() => app.Store.Count("board-tokens") == 0, "the expired board token is still stored");
    }

    [Fact]
    public async Task A_token_survives_a_restart_and_the_list_shows_no_secret()
    {
        var store = new InMemoryDocuments();
        BoardTokenDto token;
        await using (var app = await TestApp.StartAsync(store: store)) token = (await (await app.AdminAsync()).CreateBoardTokenAsync()).Token;

        await using var restarted = await TestApp.StartAsync(store: store);
        (await restarted.Client(token.Token).GetAsync("/probe/board")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var response = await (await restarted.AdminAsync()).GetAsync("/api/v1/board-tokens");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(token.Token);
        var listed = (await response.ReadAsync<BoardTokenSummaryDto[]>(HttpStatusCode.OK)).ShouldHaveSingleItem();
        (listed.Name, listed.CreatedBy, listed.TokenHint).ShouldBe(("lobby", "admin", token.Token[..8] + "..."));
    }

    [Fact]
    public async Task The_body_may_be_left_out_and_is_checked_when_there()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();

        var token = await (await admin.PostAsync("/api/v1/board-tokens", null)).ReadAsync<BoardTokenDto>(HttpStatusCode.Created);
        app.NoteSecret(token.Token);
        token.ExpiresAt.ShouldBe(app.Time.GetUtcNow().AddDays(365));
        var problem = await (await admin.PostAsync("/api/v1/board-tokens", new { name = new string('n', 101), days = 0 })).ShouldBeProblemAsync(400, "validation_failed");
        problem.Errors!.Keys.ShouldBe(["name", "days"]);
    }
}
