using LeadRouter.Contracts;
using static LeadRouter.Intake.Tests.Posts;

namespace LeadRouter.Intake.Tests;

public sealed class IdempotencyTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData(" 8e03978e-40d5-43dd-bc93-6894a57f9324 ", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("\"8e03978e\"", "8e03978e")]
    [InlineData("\"", "\"")]
    public void A_key_is_visible_ascii(string header, string expected)
    {
        var key = IdempotencyKey.Parse(header);

        key.Value.ShouldBe(expected);
        key.Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"\"")]
    [InlineData("a b")]
    [InlineData("a\u007F")]
    [InlineData("מפתח")]
    public void What_is_no_key_is_refused(string header)
    {
        var key = IdempotencyKey.Parse(header);

        key.Value.ShouldBeNull();
        key.Refusal.ShouldNotBeNull().Code.ShouldBe("bad_idempotency_key");
    }

    [Fact]
    public void A_key_has_at_most_255_characters()
    {
        IdempotencyKey.Parse(new string('k', 255)).Value!.Length.ShouldBe(255);
        IdempotencyKey.Parse(new string('k', 256)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void No_header_is_neither_a_key_nor_a_refusal() => IdempotencyKey.Parse(null).ShouldBe(default);

    [Theory]
    [InlineData(Json, """{ "attributes" : {"b":"2","a":"1"}, "score": 50.0, "requestedAt":"2026-03-01T11:30:00+02:00","NAME":"Dana","phone":"052" , "email":"d@example.com" }""")]
    [InlineData(Json, """{"email":" d@example.com ","name":"Dana","phone":"052","campaign":"","queue":null,"score":50,"requestedAt":"2026-03-01T09:30:00Z","attributes":{"a":"1","b":"2"}}""")]
    [InlineData(Json, """{"mail":"d@example.com","fullName":"Dana","tel":"052","leadScore":50,"submittedAt":"2026-03-01T09:30:00Z","a":1,"b":"2"}""")]
    [InlineData(Form, "b=2&a=1&score=50&requestedAt=2026-03-01T09:30:00Z&name=Dana&phone=052&email=d%40example.com&queue=")]
    public void Order_space_and_form_do_not_change_the_fingerprint(string contentType, string body) =>
        Accept(contentType, body).Fingerprint.ShouldBe(PayloadFingerprint.Of(new()
        {
            Name = "Dana",
            Phone = "052",
            Email = "d@example.com",
            Score = 50,
            RequestedAt = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero),
            Attributes = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" },
        }));

    [Fact]
    public void Every_field_changes_the_fingerprint()
    {
        var at = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
        PostLeadRequest[] posts =
        [
            new(), new() { ExternalId = "x" }, new() { Name = "x" }, new() { Phone = "x" }, new() { Email = "x" }, new() { Source = "x" },
            new() { Campaign = "x" }, new() { Queue = "x" }, new() { Language = "x" }, new() { Message = "x" }, new() { Score = 0 }, new() { Score = 1 },
            new() { Consent = new("x", null, null) }, new() { Consent = new(null, at, null) }, new() { Consent = new(null, null, "x") },
            new() { RequestedAt = at }, new() { Attributes = new Dictionary<string, string> { ["x"] = "y" } },
            new() { Attributes = new Dictionary<string, string> { ["xy"] = "" } }, new() { Name = "xx" }, new() { Name = "x", Phone = "x" },
        ];

        posts.Select(PayloadFingerprint.Of).Distinct().Count().ShouldBe(posts.Length);
    }
}
