using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Administration;

/// <summary>The desk as one versioned document.</summary>
[Collection(AdministrationOnOneServer.Name)]
public sealed class DeskTests(ManualServer server)
{
    private string Token => server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;

    [Fact]
    public async Task Of_two_who_change_the_same_version_the_second_is_told()
    {
        var read = await GetAsync();
        var tag = read.Headers.ETag!.Tag;
        var desk = read.Json;

        desk["name"] = "First";
        var first = await PutAsync(desk, tag);
        first.Status.ShouldBe(200, first.Text);
        desk["name"] = "Second";
        (await PutAsync(desk, tag)).ShouldBeProblem(412, "desk_changed");
        (await PutAsync(desk, "\"garbage\"")).ShouldBeProblem(412, "desk_changed");

        var now = await GetAsync();
        ((string?)now.Json["name"]).ShouldBe("First");
        now.Headers.ETag!.Tag.ShouldBe(first.Headers.ETag!.Tag);
        now.Headers.ETag.Tag.ShouldNotBe(tag);
        (await PutAsync(desk, now.Headers.ETag.Tag)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("queues[0].offerSeconds", "queues.0.offerSeconds", 4)]
    [InlineData("queues[0].id", "queues.0.id", "No Spaces")]
    [InlineData("queues[0].strategy", "queues.0.strategy", "dice")]
    [InlineData("defaultQueue", "defaultQueue", "nothing")]
    [InlineData("timeZone", "timeZone", "Mars/Olympus")]
    [InlineData("currency", "currency", "shekel")]
    [InlineData("defaultCountry", "defaultCountry", "ZZ")]
    [InlineData("pause.missedOffersInRow", "pause.missedOffersInRow", 0)]
    [InlineData("pause", "pause", null)]
    [InlineData("queues", "queues", null)]
    public async Task What_is_wrong_with_a_desk_is_said_by_path_and_nothing_changes(string path, string place, object? value)
    {
        var read = await GetAsync();
        var desk = read.Json;
        JsonNode holder = desk;
        var steps = place.Split('.');
        foreach (var step in steps[..^1])
            holder = int.TryParse(step, out var index) ? holder[index]! : holder[step]!;
        holder[steps[^1]] = value is null ? null : JsonValue.Create(value);

        var validated = await server.Admin.PostAsync<DeskValidationDto>("/api/v1/desk/validate", desk);
        var put = await PutAsync(desk, null);

        validated.Valid.ShouldBeFalse();
        validated.Errors.Keys.ShouldContain(path);
        validated.Codes.Select(found => (found.Key, found.Value.Length)).ShouldBe(validated.Errors.Select(found => (found.Key, found.Value.Length)));
        put.ShouldBeProblem(400, "validation_failed")["errors"]!.AsObject().Select(error => error.Key).ShouldContain(path);
        (await GetAsync()).Text.ShouldBe(read.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"queues\":5}")]
    [InlineData("{\"queues\":[{\"name\":\"no id\"}]}")]
    [InlineData("{\"queues\":[null]}")]
    [InlineData("{\"dispositions\":[{\"id\":\"x\",\"outcome\":\"perhaps\"}]}")]
    public async Task What_is_no_desk_is_a_bad_request(string body)
    {
        var put = await server.Anybody.SendAsync(HttpMethod.Put, "/api/v1/desk", Token, new StringContent(body, Encoding.UTF8, "application/json"));

        put.ShouldBeProblem(400, "validation_failed")["errors"]!.AsObject().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_new_queue_takes_leads_at_once_and_what_was_read_can_be_put_back()
    {
        await server.AddQueuesAsync(new { id = "brand-new", name = "Brand new" });

        var leadId = await server.PostLeadAsync("brand-new");

        (await server.LeadAsync(leadId, lead => lead.State == "waiting", "its place in the queue")).Queue.ShouldBe("brand-new");
        await server.BoardAsync(board => board.Queues.Any(queue => queue is { Queue: "brand-new", Name: "Brand new", Waiting: 1 }), "the new queue with its lead");
        var desk = (await GetAsync()).Json;
        (await server.Admin.PostAsync<DeskValidationDto>("/api/v1/desk/validate", desk)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_that_begins_at_another_instant_keeps_what_belongs_to_it()
    {
        await server.ChangeDeskAsync(desk => desk["timeZone"] = "Pacific/Kiritimati");
        var before = await server.LeadCountAsync();
        await server.PostLeadAsync();
        var there = await server.BoardAsync(board => board.Totals.Received == before + 1, "the lead");

        await server.ChangeDeskAsync(desk => desk["timeZone"] = "Pacific/Pago_Pago");
        var here = await server.BoardAsync(_ => true, "anything");
        await server.ChangeDeskAsync(desk => desk["timeZone"] = "Asia/Jerusalem");

        // It is never the same date in both.
        here.Day.ShouldNotBe(there.Day);
        here.Totals.Received.ShouldBe(there.Totals.Received);
    }

    [Fact]
    public async Task The_schema_describes_what_is_read()
    {
        var schema = (await server.Anybody.GetAsync("/schemas/desk.json", null)).Json;

        var properties = schema["properties"]!.AsObject().Select(property => property.Key).ToList();
        (await GetAsync()).Json.Select(property => property.Key).Except(properties).ShouldBeEmpty();
        schema["properties"]!["queues"]!["items"]!["properties"]!["offerSeconds"].ShouldNotBeNull();
        schema["properties"]!["queues"]!["items"]!["properties"]!["strategy"]!["enum"]!.AsArray().Select(name => (string?)name).ShouldBe(["longestIdle", "fewestToday"]);
    }

    private Task<Answer> GetAsync() => server.Anybody.GetAsync("/api/v1/desk", Token);

    private Task<Answer> PutAsync(JsonObject desk, string? ifMatch) =>
        server.Anybody.SendAsync(HttpMethod.Put, "/api/v1/desk", Token, JsonContent.Create(desk), ifMatch is null ? [] : [("If-Match", ifMatch)]);
}
