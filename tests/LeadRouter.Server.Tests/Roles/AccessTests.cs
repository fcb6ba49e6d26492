using System.Net.Http.Json;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Roles;

/// <summary>Every door of the server, tried by everybody.</summary>
[Collection(AdministrationOnOneServer.Name)]
public sealed class AccessTests(ManualServer server)
{
    private static readonly Dictionary<Caller, string?> Tokens = [];

    public static TheoryData<string> Names => [.. Surface.Doors.Select(door => door.Template)];

    [Theory, MemberData(nameof(Names))]
    public async Task Only_those_who_may_come_in(string template)
    {
        var door = Surface.Doors.Single(door => door.Template == template);
        foreach (var (caller, token) in await TokensAsync())
        {
            var answer = await server.Anybody.SendAsync(new HttpMethod(door.Method), door.Path, token, door.Body is null ? null : JsonContent.Create(door.Body));

            if (door.Allowed.HasFlag(caller))
                answer.Status.ShouldBe(door.Status, $"{caller} at {door}: {answer.Text}");
            else if (caller is Caller.Nobody or Caller.IntakeKey)
                answer.ShouldBeProblem(401, "unauthenticated");
            else
                answer.ShouldBeProblem(403, "forbidden");
        }
    }

    [Fact]
    public async Task Only_a_key_posts_leads()
    {
        foreach (var (caller, token) in await TokensAsync())
        {
            var answer = await server.Anybody.SendAsync(HttpMethod.Post, "/api/v1/leads", token, JsonContent.Create(new { phone = RunningServer.NewPhone() }));

            if (caller == Caller.IntakeKey)
                answer.Status.ShouldBe(202, answer.Text);
            else
                answer.ShouldBeProblem(401, "bad_intake_key");
        }
    }

    [Fact]
    public async Task The_table_of_doors_holds_every_route_of_the_document()
    {
        var document = (await server.Anybody.GetAsync("/openapi/v1.json", null)).Json;

        var routes = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));

        routes.Except(Surface.TestedElsewhere).Except(Surface.Doors.Select(door => door.Template)).ShouldBeEmpty("add these to the table");
    }

    [Fact]
    public async Task What_is_not_there_is_a_404_and_not_a_500()
    {
        foreach (var path in new[] { "/nothing", "/api/v1/nothing", "/api/v1/leads/../../etc/passwd", "/hubs/nothing", "/api/v1/leads/%00", $"/api/v1/leads/{new string('x', 5000)}" })
            (await server.Anybody.GetAsync(path, (await TokensAsync())[Caller.Admin])).Status.ShouldBe(404, path);
        (await server.Anybody.SendAsync(HttpMethod.Delete, "/api/v1/leads")).ShouldBeProblem(405, "method_not_allowed");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("state=sleeping", "state")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=99999999999999999999-x", "cursor")]
    public async Task A_list_that_cannot_be_is_refused(string query, string field)
    {
        var answer = await server.Anybody.GetAsync($"/api/v1/leads?{query}", (await TokensAsync())[Caller.Rep]);

        answer.ShouldBeProblem(400, "validation_failed")["errors"]!.AsObject().Select(error => error.Key).ShouldBe([field]);
    }

    [Theory]
    [InlineData("limit=many")]
    [InlineData("open=perhaps")]
    public async Task A_list_that_cannot_be_read_is_a_bad_request(string query) =>
        (await server.Anybody.GetAsync($"/api/v1/leads?{query}", (await TokensAsync())[Caller.Rep])).ShouldBeProblem(400, "bad_request");

    private async Task<Dictionary<Caller, string?>> TokensAsync()
    {
        if (Tokens.Count > 0)
            return Tokens;
        Tokens[Caller.Nobody] = null;
        Tokens[Caller.IntakeKey] = server.Key;
        Tokens[Caller.Board] = (await server.Admin.PostAsync<BoardTokenDto>("/api/v1/board-tokens", new CreateBoardTokenRequest("lobby", null))).Token;
        Tokens[Caller.Rep] = (await server.AddRepAsync("access-rep")).Token;
        Tokens[Caller.Supervisor] = await server.AddSupervisorAsync("access-supervisor");
        Tokens[Caller.Admin] = server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter;
        return Tokens;
    }
}
