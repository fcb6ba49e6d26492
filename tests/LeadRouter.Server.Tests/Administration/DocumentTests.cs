using System.Text.Json.Nodes;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Administration;

/// <summary>What a developer reads before the first request.</summary>
[Collection(AdministrationOnOneServer.Name)]
public sealed class DocumentTests(ManualServer server)
{
    [Fact]
    public async Task Every_route_says_what_it_answers_and_to_whom()
    {
        var document = (await server.Anybody.GetAsync("/openapi/v1.json", null)).Json;
        ((string?)document["openapi"])!.ShouldStartWith("3.");

        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => (Route: $"{method.Key.ToUpperInvariant()} {path.Key}", Operation: method.Value!.AsObject()))).ToList();

        operations.Select(operation => operation.Route).ShouldBeSubsetOf([.. Roles.Surface.Doors.Select(door => door.Template), .. Roles.Surface.TestedElsewhere]);
        Roles.Surface.Doors.Where(door => door.Path.StartsWith("/api/v1", StringComparison.Ordinal)).Select(door => door.Template).Except(operations.Select(operation => operation.Route)).ShouldBeEmpty("these are not in the document");
        foreach (var (route, operation) in operations)
        {
            operation["summary"].ShouldNotBeNull(route);
            Statuses(operation).ShouldContain(status => status.StartsWith('2'), route);
        }

        foreach (var door in Roles.Surface.Doors.Where(door => !door.Allowed.HasFlag(Roles.Caller.Nobody) && door.Path.StartsWith("/api/v1", StringComparison.Ordinal)))
        {
            var statuses = Statuses(operations.Single(operation => operation.Route == door.Template).Operation).ToList();
            statuses.ShouldContain("401", door.Template);
            statuses.ShouldContain("403", door.Template);
        }
    }

    [Fact]
    public async Task The_intake_describes_its_fields()
    {
        var document = (await server.Anybody.GetAsync("/openapi/v1.json", null)).Json;

        var post = document["paths"]!["/api/v1/leads"]!["post"]!;

        post["requestBody"]!["content"]!.AsObject().Select(type => type.Key).ShouldBe(["application/json", "application/x-www-form-urlencoded", "multipart/form-data"], ignoreOrder: true);
        document["components"]!["schemas"]!["PostLeadRequest"]!["properties"]!.AsObject().Select(property => property.Key).ShouldContain("phone");
        document["components"]!["schemas"]!["PostLeadResponse"]!["properties"]!.AsObject().Select(property => property.Key).ShouldContain("warnings");
        ((string?)post["description"])!.ShouldContain("kept in attributes");
        foreach (var status in new[] { "202", "400", "401", "413", "415", "422", "503" })
            post["responses"]![status].ShouldNotBeNull(status);
    }

    [Fact]
    public async Task The_web_app_has_its_types_from_this_document()
    {
        var document = (await server.Anybody.GetAsync("/openapi/v1.json", null)).Json.AsObject();
        document.Remove("servers");

        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json")));
        JsonNode.DeepEquals(document, kept).ShouldBeTrue("Start the server, run `npm run generate` in src/LeadRouter.Web, and commit what it writes.");
    }

    [Fact]
    public async Task The_hubs_are_described_with_the_names_on_the_wire()
    {
        var document = (await server.Anybody.GetAsync("/openapi/v1.json", null)).Json;
        string[] Names(string hub, string what) => [.. document["components"]!["schemas"]![((string)document["x-hubs"]![hub]![what]!["$ref"]!).Split('/')[^1]]!["properties"]!.AsObject().Select(member => member.Key)];

        Names("/hubs/rep", "messages").ShouldBe(["State", "OfferMade", "OfferEnded", "LeadUpdated", "Reminder"], ignoreOrder: true);
        Names("/hubs/rep", "calls").ShouldBe(["SetPresence", "AcceptOffer", "DeclineOffer", "Call", "Complete", "Snooze"], ignoreOrder: true);
        Names("/hubs/wallboard", "messages").ShouldBe(["Board"]);
        var lead = document["components"]!["schemas"]!["LeadDto"]!;
        lead["required"]!.AsArray().Select(name => (string)name!).ShouldBe(["leadId", "state", "queue", "priority", "receivedAt", "deadlines", "attempts", "isTest", "repeatCount"], ignoreOrder: true);
        lead["properties"]!["state"]!["enum"]!.AsArray().Select(word => (string)word!).ShouldContain("notReachable");
    }

    [Fact]
    public async Task Answers_are_compressed_for_whoever_takes_that()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await server.Anybody.Http.SendAsync(request);
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan((await server.Anybody.GetAsync("/openapi/v1.json", null)).Text.Length / 3);
    }

    [Fact]
    public async Task The_page_loads_with_its_script_and_style()
    {
        var page = await server.Anybody.GetAsync("/docs/index.html", null);
        page.Status.ShouldBe(200);
        page.MediaType.ShouldBe("text/html");
        foreach (var file in new[] { "/docs", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/index.js" })
            (await server.Anybody.GetAsync(file, null)).Status.ShouldBe(200, file);
    }

    private static IEnumerable<string> Statuses(JsonObject operation) => operation["responses"]!.AsObject().Select(response => response.Key);
}
