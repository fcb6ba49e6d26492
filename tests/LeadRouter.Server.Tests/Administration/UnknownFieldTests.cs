using System.Text;
using System.Text.Json.Nodes;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Administration;

/// <summary>A misspelt field is told to whoever sent it: the setting would be lost behind a 200.</summary>
[Collection(AdministrationOnOneServer.Name)]
public sealed class UnknownFieldTests(ManualServer server)
{
    private string Token => server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;

    [Theory]
    [InlineData("POST", "/api/v1/sessions", """{"user":"admin","password":"not the one","totp":"1"}""", "totp")]
    [InlineData("POST", "/api/v1/setup", """{"token":"x","user":"boss","password":"long enough","nmae":"B"}""", "nmae")]
    [InlineData("POST", "/api/v1/users", """{"user":"unknown-field","password":"long enough","role":"supervisor","queue":"sales"}""", "queue")]
    [InlineData("PATCH", "/api/v1/users/admin", """{"actve":false}""", "actve")]
    [InlineData("POST", "/api/v1/sources", """{"name":"unknown-field","channel":"api","secret":"s"}""", "secret")]
    [InlineData("POST", "/api/v1/board-tokens", """{"days":1,"expires.at":"2027-01-01"}""", "['expires.at']")]
    [InlineData("POST", "/api/v1/reps", """{"user":"unknown-field","name":"X","skillz":{"cars":3}}""", "skillz")]
    [InlineData("PATCH", "/api/v1/reps/none", """{"capacty":3}""", "capacty")]
    [InlineData("POST", "/api/v1/reps/none/presence", """{"state":"break","why":"lunch"}""", "why")]
    [InlineData("POST", "/api/v1/leads/none/reassign", """{"queue":"sales","rep":"x"}""", "rep")]
    [InlineData("POST", "/api/v1/leads/none/withdraw", """{"reason":"test","note":"x"}""", "note")]
    public async Task A_field_that_nobody_knows_is_named(string method, string path, string body, string field) =>
        ShouldName(await SendAsync(method, path, body), field);

    [Theory]
    [InlineData("PUT", "/api/v1/desk")]
    [InlineData("POST", "/api/v1/desk/validate")]
    public async Task A_field_that_no_desk_has_is_named_by_its_path_and_nothing_changes(string method, string path)
    {
        var read = await server.Anybody.GetAsync("/api/v1/desk", Token);
        var desk = read.Json;
        desk["queues"]![0]!["offerSecond"] = 30;

        ShouldName(await SendAsync(method, path, desk.ToJsonString()), "queues[0].offerSecond");

        (await server.Anybody.GetAsync("/api/v1/desk", Token)).Text.ShouldBe(read.Text);
    }

    [Fact]
    public async Task The_documents_say_that_no_other_fields_are_taken()
    {
        var document = (await server.Anybody.GetAsync("/openapi/v1.json", null)).Json;
        var schemas = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Select(method => ReferredSchema(method.Value!)).OfType<string>().Distinct().Except(["PostLeadRequest", "Desk"]).ToList();

        schemas.Count.ShouldBe(11);
        foreach (var schema in schemas)
            ((bool?)document["components"]!["schemas"]![schema]!["additionalProperties"]).ShouldBe(false, schema);
        var desk = (await server.Anybody.GetAsync("/schemas/desk.json", null)).Json;
        ((bool?)desk["additionalProperties"]).ShouldBe(false);
        ((bool?)desk["properties"]!["queues"]!["items"]!["additionalProperties"]).ShouldBe(false);
    }

    private static string? ReferredSchema(JsonNode operation)
    {
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        return ((string?)(schema?["$ref"] ?? schema?["oneOf"]?.AsArray().Select(choice => choice!["$ref"]).FirstOrDefault(choice => choice is not null)))?.Split('/')[^1];
    }

    private static void ShouldName(Answer answer, string field)
    {
        var problem = answer.ShouldBeProblem(400, "validation_failed");
        problem["errors"]!.AsObject().Select(error => error.Key).ShouldBe([field]);
        ((string?)problem["codes"]![field]![0]!["code"]).ShouldBe("unknown_field");
    }

    private Task<Answer> SendAsync(string method, string path, string body) =>
        server.Anybody.SendAsync(new HttpMethod(method), path, Token, new StringContent(body, Encoding.UTF8, "application/json"));
}
