using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Administration;

/// <summary>Sessions, keys and board tokens: they open at once and shut at once, on open connections too.</summary>
[Collection(AdministrationOnOneServer.Name)]
public sealed class CredentialTests(ManualServer server)
{
    private string Admin => server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;

    [Fact]
    public async Task A_session_begins_with_the_password_and_ends_for_good()
    {
        var rep = await server.AddRepAsync("session");
        (await server.Anybody.PostAsync("/api/v1/sessions", new SignInRequest("session", "wrong password"))).ShouldBeProblem(401, "bad_credentials");
        (await server.Anybody.PostAsync("/api/v1/sessions", new SignInRequest("nobody-here", "wrong password"))).ShouldBeProblem(401, "bad_credentials");
        (await server.Anybody.GetAsync("/api/v1/sessions/current", rep.Token)).Read<UserDto>().RepId.ShouldBe(rep.RepId);

        (await server.Anybody.SendAsync(HttpMethod.Delete, "/api/v1/sessions", rep.Token)).Status.ShouldBe(204);

        (await server.Anybody.GetAsync("/api/v1/sessions/current", rep.Token)).ShouldBeProblem(401, "unauthenticated");
        (await server.Anybody.SendAsync(HttpMethod.Delete, "/api/v1/sessions", rep.Token)).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Guessing_a_password_locks_the_account_for_a_while()
    {
        await server.AddRepAsync("guessed");
        for (var i = 0; i < 5; i++)
            (await server.Anybody.PostAsync("/api/v1/sessions", new SignInRequest("guessed", $"wrong password {i}"))).ShouldBeProblem(401, "bad_credentials");

        var locked = await server.Anybody.PostAsync("/api/v1/sessions", new SignInRequest("guessed", "test-rep-password"));

        locked.ShouldBeProblem(429, "locked_out");
        locked.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Signing_out_closes_the_open_desk()
    {
        await using var rep = await server.OpenRepAsync("leaver");

        (await server.Anybody.SendAsync(HttpMethod.Delete, "/api/v1/sessions", rep.Rep.Token)).Status.ShouldBe(204);

        await rep.Closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_new_password_closes_the_desks_that_the_old_one_opened()
    {
        await using var rep = await server.OpenRepAsync("stolen");

        (await server.Anybody.SendAsync(HttpMethod.Patch, $"/api/v1/reps/{rep.RepId}", Admin, System.Net.Http.Json.JsonContent.Create(new { password = "another good password" }))).Status.ShouldBe(200);

        await rep.Closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        (await server.Anybody.GetAsync("/api/v1/sessions/current", rep.Rep.Token)).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_board_token_shows_the_board_and_nothing_else_until_it_is_deleted()
    {
        var token = (await server.Admin.PostAsync<BoardTokenDto>("/api/v1/board-tokens", new CreateBoardTokenRequest("corridor", 7))).Token;
        await using var wall = await BoardClient.ConnectAsync(server.Address, token);
        await Eventually.SeesAsync(() => Task.FromResult(wall.Board), board => board is not null, "the board on the wall");
        var listed = (await server.Anybody.GetAsync("/api/v1/board-tokens", Admin)).Read<BoardTokenSummaryDto[]>().Single(listed => listed.Name == "corridor");
        token.ShouldStartWith(listed.TokenHint.TrimEnd('.'));

        (await server.Anybody.SendAsync(HttpMethod.Delete, $"/api/v1/board-tokens/{listed.TokenId}", Admin)).Status.ShouldBe(204);

        await Eventually.SeesAsync(() => Task.FromResult(wall.IsConnected), connected => !connected, "the end of the wall's connection");
        (await server.Anybody.GetAsync("/api/v1/board", token)).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task An_intake_key_works_at_once_and_is_void_at_once()
    {
        await server.AddQueuesAsync(new { id = "of-source" });
        var source = await server.Admin.PostAsync<CreateSourceResponse>("/api/v1/sources", new CreateSourceRequest("landing page", "api", "of-source"));

        var lead = await server.Admin.AcceptLeadAsync(source.Key, new PostLeadRequest { Phone = RunningServer.NewPhone() });
        (await server.LeadAsync(lead.LeadId, lead => lead.State == "waiting", "its place in the queue")).ShouldSatisfyAllConditions(dto => dto.Queue.ShouldBe("of-source"), dto => dto.Source.ShouldBe("landing page"));
        (await server.Anybody.GetAsync("/api/v1/sources", Admin)).Text.ShouldNotContain(source.Key);
        (await server.Anybody.PostAsync("/api/v1/sources", new CreateSourceRequest("Landing Page", "api", null), Admin)).ShouldBeProblem(409, "name_taken");
        (await server.Anybody.SendAsync(HttpMethod.Delete, $"/api/v1/sources/{source.SourceId}", Admin)).Status.ShouldBe(204);

        (await server.Anybody.PostAsync("/api/v1/leads", new PostLeadRequest { Phone = RunningServer.NewPhone() }, source.Key)).ShouldBeProblem(401, "bad_intake_key");
        (await server.Admin.LeadAsync(lead.LeadId)).Source.ShouldBe("landing page");
    }
}
