using static LeadRouter.Intake.Tests.Posts;

namespace LeadRouter.Intake.Tests;

public sealed class JsonPostTests
{
    [Fact]
    public void A_full_post_keeps_every_field()
    {
        var post = Taken(Json, """
            {"externalId":" 17 ","name":" Dana  Levi ","phone":"052-1234567","email":"Dana@Example.com","source":"fb","campaign":"spring",
             "queue":"vip","language":"he_IL","message":"Call me\r\nplease","score":87.5,
             "consent":{"text":"I agree","at":"2026-03-01T09:00:00+02:00","kind":"marketing"},"requestedAt":"2026-03-01T09:30:00Z",
             "attributes":{"budget":5000,"home":true,"city":"חיפה","none":null}}
            """);

        post.ExternalId.ShouldBe("17");
        post.Name.ShouldBe("Dana Levi");
        post.Phone.ShouldBe(new("+972521234567"));
        post.Email.ShouldBe("dana@example.com");
        post.Source.ShouldBe("fb");
        post.Campaign.ShouldBe("spring");
        post.Queue.ShouldBe("vip");
        post.Language.ShouldBe("he-il");
        post.Message.ShouldBe("Call me\nplease");
        post.Score.ShouldBe(87.5);
        post.Consent.ShouldBe(new("I agree", new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero), "marketing"));
        post.RequestedAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));
        post.Attributes.ShouldBe(new Dictionary<string, string> { ["budget"] = "5000", ["home"] = "true", ["city"] = "חיפה" }, ignoreOrder: true);
    }

    [Fact]
    public void The_smallest_post_falls_to_the_source_and_the_default_queue()
    {
        var post = Taken(Json, """{"phone":"0521234567"}""");

        post.Source.ShouldBe("landing-page");
        post.Queue.ShouldBe("sales");
        post.Attributes.ShouldBeNull();
        post.Consent.ShouldBeNull();
    }

    [Theory]
    [InlineData("vip", "vip")]
    [InlineData("closed-last-week", "sales")]
    [InlineData("", "sales")]
    public void The_sources_queue_counts_while_it_exists(string sourceQueue, string expected) =>
        Taken(Json, """{"phone":"0521234567"}""", Desk with { SourceQueue = sourceQueue }).Queue.ShouldBe(expected);

    [Fact]
    public void Names_come_in_any_case_and_the_last_one_counts()
    {
        var post = Taken(Json, """{"Phone":"1","PHONE":"0521234567","Name":"A","name":"B"}""");

        post.Phone.ShouldBe(new("+972521234567"));
        post.Name.ShouldBe("B");
        post.Attributes.ShouldBe(new Dictionary<string, string> { ["Phone"] = "1", ["Name"] = "A" });
    }

    [Theory]
    [InlineData("\uFEFF{\"phone\":\"0521234567\"}")]
    [InlineData("{\"phone\":972521234567,\"name\":null}")]
    [InlineData("{\"phone\":\"0521234567\",\"queue\":\"\",\"language\":\" \",\"consent\":{},\"attributes\":{}}")]
    public void Harmless_sloppiness_is_taken(string body) => Taken(Json, body).Phone.ShouldBe(new("+972521234567"));

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/vnd.example+json")]
    public void Json_by_other_names_is_json(string contentType) =>
        Taken(contentType, """{"email":"dana@example.com"}""").Email.ShouldBe("dana@example.com");

    [Theory]
    [InlineData("name", """{"phone":"0521234567","name":5}""")]
    [InlineData("name", """{"phone":"0521234567","name":"\ud800"}""")]
    [InlineData("phone", """{"phone":["0521234567"]}""")]
    [InlineData("score", """{"phone":"0521234567","score":"hot"}""")]
    [InlineData("score", """{"phone":"0521234567","score":100.5}""")]
    [InlineData("score", """{"phone":"0521234567","score":-1}""")]
    [InlineData("score", """{"phone":"0521234567","score":1e999}""")]
    [InlineData("consent", """{"phone":"0521234567","consent":"yes"}""")]
    [InlineData("consent.at", """{"phone":"0521234567","consent":{"at":"yesterday"}}""")]
    [InlineData("requestedAt", """{"phone":"0521234567","requestedAt":"0001-01-01T00:00:00Z"}""")]
    [InlineData("requestedAt", """{"phone":"0521234567","requestedAt":17}""")]
    [InlineData("body", """{"phone":"0521234567","\ud800":1}""")]
    [InlineData("attributes", """{"phone":"0521234567","attributes":[]}""")]
    [InlineData("attributes", """{"phone":"0521234567","attributes":{"a":{"b":1}}}""")]
    [InlineData("attributes", """{"phone":"0521234567","attributes":{" ":"x"}}""")]
    [InlineData("queue", """{"phone":"0521234567","queue":"nowhere"}""")]
    [InlineData("language", """{"phone":"0521234567","language":"Hebrew"}""")]
    [InlineData("externalId", """{"phone":"0521234567","externalId":"a\u0000b"}""")]
    [InlineData("phone", """{}""")]
    [InlineData("phone", """{"phone":" ","email":""}""")]
    [InlineData("phone", """{"phone":"12"}""")]
    [InlineData("email", """{"email":"dana@"}""")]
    public void A_field_that_is_not_right_is_named(string field, string body)
    {
        var refusal = Refused(Json, body);

        refusal.Code.ShouldBe("invalid_lead");
        refusal.Errors!.Keys.ShouldBe([field]);
    }

    [Fact]
    public void All_wrong_fields_are_named_at_once() =>
        Refused(Json, """{"phone":"12","email":"x","queue":"nowhere","score":101,"language":"?"}""")
            .Errors!.Keys.ShouldBe(["phone", "email", "queue", "language", "score"], ignoreOrder: true);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"0521234567\"")]
    [InlineData("{\"phone\":\"0521234567\"} x")]
    [InlineData("{\"phone\":\"0521234567\",}")]
    [InlineData("{/* hello */\"phone\":\"0521234567\"}")]
    public void What_is_no_json_object_is_malformed(string body)
    {
        var refusal = Refused(Json, body);

        refusal.Code.ShouldBe("malformed_body");
        refusal.Errors!.Keys.ShouldBe(["body"]);
    }

    [Fact]
    public void Depth_is_limited() =>
        Refused(Json, "{\"x\":" + new string('[', 30_000) + new string(']', 30_000) + "}").Code.ShouldBe("malformed_body");

    [Fact]
    public void Bytes_that_are_no_utf8_are_malformed() =>
        Accept(Json, [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']).Refusal!.Code.ShouldBe("malformed_body");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=windows-1255")]
    [InlineData("")]
    [InlineData("???")]
    public void Other_media_types_are_refused(string contentType) => Refused(contentType, "{}").Code.ShouldBe("unsupported_media_type");

    [Fact]
    public void More_than_64_KiB_are_refused()
    {
        var body = "{\"phone\":\"0521234567\",\"x\":\"" + new string('x', LeadPostReader.MaxBodyBytes) + "\"}";

        Refused(Json, body).Code.ShouldBe("body_too_large");
    }
}
