using System.Net.Http.Headers;
using System.Text;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Intake;

/// <summary>What bad posts get: a status, a stable code, a sentence, and nothing half-written.</summary>
[Collection(RefusalsOnOneServer.Name)]
public sealed class RefusedPostTests(LifeServer server)
{
    private const int Limit = 64 * 1024;
    private const string Good = """{"name":"Dana Levi","phone":"052-7654321"}""";

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["malformed JSON"] = new(400, "malformed_body") { Body = """{"name":"Dana","phone":""" },
        ["JSON that is no object"] = new(400, "malformed_body") { Body = "[]" },
        ["no body"] = new(400, "malformed_body") { Body = "" },
        ["broken UTF-8"] = new(400, "malformed_body") { Bytes = [(byte)'{', 0xFF, 0xFE, (byte)'}'] },
        ["64 KiB + 1"] = new(413, "body_too_large") { Body = Good.PadRight(Limit + 1) },
        ["64 KiB + 1 without a length"] = new(413, "body_too_large") { Body = Good.PadRight(Limit + 1), Chunked = true },
        ["no key"] = new(401, "bad_intake_key") { Key = _ => null },
        ["a wrong key"] = new(401, "bad_intake_key") { Key = server => server.Key[..^1] + (server.Key[^1] == 'A' ? 'B' : 'A') },
        ["a key of another kind"] = new(401, "bad_intake_key") { Key = server => server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter },
        ["a key of 20,000 characters"] = new(401, "bad_intake_key") { Key = _ => new string('k', 20_000) },
        ["neither phone nor e-mail"] = new(400, "invalid_lead", "phone") { Body = """{"name":"Dana Levi"}""" },
        ["an impossible phone"] = new(400, "invalid_lead", "phone") { Body = """{"phone":"123"}""" },
        ["an impossible e-mail address"] = new(400, "invalid_lead", "email") { Body = """{"email":"dana at example"}""" },
        ["an unknown queue"] = new(400, "invalid_lead", "queue") { Body = """{"phone":"052-7654321","queue":"no-such-queue"}""" },
        ["a name of 10,000 characters"] = new(400, "invalid_lead", "name") { Body = $$"""{"phone":"052-7654321","name":"{{new string('x', 10_000)}}"}""" },
        ["a score over 100"] = new(400, "invalid_lead", "score") { Body = """{"phone":"052-7654321","score":101}""" },
        ["a name that is a number"] = new(400, "invalid_lead", "name") { Body = """{"phone":"052-7654321","name":{"first":"Dana"}}""" },
        ["nested attributes"] = new(400, "invalid_lead", "attributes") { Body = """{"phone":"052-7654321","attributes":{"utm":{"x":1}}}""" },
        ["XML"] = new(415, "unsupported_media_type") { Body = "<lead/>", Type = "text/xml" },
        ["no content type"] = new(415, "unsupported_media_type") { Type = null },
        ["JSON in another encoding"] = new(415, "unsupported_media_type") { Type = "application/json; charset=windows-1255" },
        ["a form without a phone"] = new(400, "invalid_lead", "phone") { Body = "name=Dana", Type = "application/x-www-form-urlencoded" },
        ["an Idempotency-Key with spaces"] = new(400, "bad_idempotency_key") { Header = ("Idempotency-Key", "a b") },
        ["an Idempotency-Key of 256 characters"] = new(400, "bad_idempotency_key") { Header = ("Idempotency-Key", new string('k', 256)) },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_bad_post_is_refused_with_a_reason_and_leaves_nothing(string name)
    {
        var refused = Cases[name];
        var before = await server.LeadCountAsync();

        var answer = await SendAsync(refused);

        var problem = answer.ShouldBeProblem(refused.Status, refused.Code);
        if (refused.Field is { } field)
            problem["errors"]!.AsObject().Select(error => error.Key).ShouldContain(field);
        (await server.LeadCountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_of_exactly_64_KiB_is_taken()
    {
        var answer = await SendAsync(new Case(202, "") { Body = $$"""{"phone":"{{RunningServer.NewPhone()}}"}""".PadRight(Limit), Chunked = true });

        answer.Status.ShouldBe(202, answer.Text);
    }

    [Fact]
    public async Task A_bad_phone_beside_a_good_e_mail_address_does_not_lose_the_lead()
    {
        var lead = await server.Admin.AcceptLeadAsync(server.Key, new PostLeadRequest { Phone = "123", Email = "dana@example.com" });

        var stored = await server.LeadAsync(lead.LeadId, lead => lead.State == "waiting", "its place in the queue");
        stored.Phone.ShouldBeNull();
        stored.Email.ShouldBe("dana@example.com");
        stored.Attributes!["phoneAsGiven"].ShouldBe("123");
    }

    private Task<Answer> SendAsync(Case post)
    {
        var content = new ByteArrayContent(post.Bytes ?? Encoding.UTF8.GetBytes(post.Body));
        content.Headers.ContentType = post.Type is null ? null : MediaTypeHeaderValue.Parse(post.Type);
        (string, string)[] headers = post.Header is { } header ? [header] : [];
        return server.Anybody.SendAsync(HttpMethod.Post, "/api/v1/leads", post.Key(server), content, post.Chunked ? [.. headers, ("Transfer-Encoding", "chunked")] : headers);
    }

    private sealed record Case(int Status, string Code, string? Field = null)
    {
        public string Body { get; init; } = Good;
        public byte[]? Bytes { get; init; }
        public string? Type { get; init; } = "application/json";
        public Func<RunningServer, string?> Key { get; init; } = server => server.Key;
        public (string, string)? Header { get; init; }
        public bool Chunked { get; init; }
    }
}
