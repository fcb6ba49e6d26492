using System.Net;

namespace LeadRouter.Accounts.Tests;

/// <summary>Who may call what: every endpoint with every kind of caller.</summary>
public sealed class RoleMatrixTests
{
    private static readonly string[] Callers = ["nobody", "board", "rep", "supervisor", "admin"];

    // Y: the policy lets the caller in (whatever the endpoint says then), N: 403, and 401 for nobody.
    [Theory]
    [InlineData("POST", "/api/v1/sessions", "YYYYY")]
    [InlineData("POST", "/api/v1/setup", "YYYYY")]
    [InlineData("GET", "/api/v1/sessions/current", "NNYYY")]
    [InlineData("DELETE", "/api/v1/sessions", "NNYYY")]
    [InlineData("GET", "/api/v1/users", "NNNNY")]
    [InlineData("POST", "/api/v1/users", "NNNNY")]
    [InlineData("PATCH", "/api/v1/users/admin", "NNNNY")]
    [InlineData("GET", "/api/v1/sources", "NNNYY")]
    [InlineData("POST", "/api/v1/sources", "NNNNY")]
    [InlineData("DELETE", "/api/v1/sources/src_none", "NNNNY")]
    [InlineData("GET", "/api/v1/board-tokens", "NNNNY")]
    [InlineData("POST", "/api/v1/board-tokens", "NNNNY")]
    [InlineData("DELETE", "/api/v1/board-tokens/brd_none", "NNNNY")]
    [InlineData("GET", "/probe/rep", "NNYNN")]
    [InlineData("GET", "/probe/board", "NYNYY")]
    [InlineData("GET", "/hubs/wallboard", "NYNYY")]
    [InlineData("GET", "/probe/default", "NNYYY")]
    public async Task Each_role_reaches_what_it_may(string method, string path, string matrix)
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.AdminAsync();
        var tokens = new Dictionary<string, string?> { ["nobody"] = null };
        tokens["board"] = (await admin.CreateBoardTokenAsync()).Token.Token;
        (await app.Service<IAccountService>().CreateRepAccountAsync("rina", "rep password", "Rina", "rep-1", CancellationToken.None)).IsOk.ShouldBeTrue();
        tokens["rep"] = (await app.Client().SignInAsync("rina", "rep password")).Token;
        tokens["supervisor"] = (await admin.CreateUserAsync("vera")).Session.Token;
        tokens["admin"] = (await app.Client().SignInAsync("admin", TestApp.AdminPassword)).Token;

        for (var i = 0; i < Callers.Length; i++)
        {
            var body = method is "POST" or "PATCH" ? new { } : null;
            var response = await app.Client(tokens[Callers[i]]).SendAsync(new HttpMethod(method), path, body);
            if (path.EndsWith("board-tokens", StringComparison.Ordinal) && response.StatusCode == HttpStatusCode.Created)
                app.NoteSecret((await response.ReadAsync<Contracts.BoardTokenDto>(HttpStatusCode.Created)).Token);

            var allowed = response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
            allowed.ShouldBe(matrix[i] == 'Y', $"{Callers[i]}: {response.StatusCode}");
            if (!allowed) await response.ShouldBeProblemAsync(i == 0 ? 401 : 403, i == 0 ? "unauthenticated" : "forbidden");
        }
    }

    [Fact]
    public async Task A_reps_principal_names_the_rep()
    {
        await using var app = await TestApp.StartAsync();
        await app.Service<IAccountService>().CreateRepAccountAsync("rina", "rep password", "Rina", "rep-1", CancellationToken.None);
        var session = await app.Client().SignInAsync("rina", "rep password");

        session.User.RepId.ShouldBe("rep-1");
        (await app.Client(session.Token).Http.GetStringAsync("/probe/rep")).ShouldBe("rep-1");
    }
}
