using System.Text.Json;

namespace LeadRouter.Domain.Tests;

public sealed class FieldErrorTests
{
    public static TheoryData<string, FieldError, string, string> Known => new()
    {
        { "invalid", FieldError.Of("Send it by post."), "Send it by post.", "null" },
        { "missing", FieldError.Missing(), "This is missing.", "null" },
        { "unknown_field", FieldError.UnknownField(), "There is no such field; check its spelling, or leave it out.", "null" },
        { "range", FieldError.Range(0.1m, 10), "Give 0.1 to 10.", """{"least":0.1,"most":10}""" },
        { "length", FieldError.Length(8, 200), "Give 8 to 200 characters.", """{"least":8,"most":200}""" },
        { "entries", FieldError.Entries(0, 50), "Give 0 to 50 entries.", """{"least":0,"most":50}""" },
        { "choose", FieldError.Choose("api"), "Choose api.", """{"options":["api"]}""" },
        { "choose", FieldError.Choose("won", "lost", "invalid"), "Choose won, lost or invalid.", """{"options":["won","lost","invalid"]}""" },
        { "either", FieldError.Either("repId", "queue"), "Give either repId or queue.", """{"one":"repId","other":"queue"}""" },
        { "twice", FieldError.Twice("vip"), "The id 'vip' is there twice.", """{"id":"vip"}""" },
        { "twice", FieldError.Twice(null), "The id '' is there twice.", """{"id":""}""" },
        { "pattern", FieldError.Pattern("HH:mm"), "Give it as HH:mm.", """{"pattern":"HH:mm"}""" },
        { "hours", FieldError.Hours(), "Give from and to as HH:mm, from before to.", "null" },
        { "plain_id", FieldError.PlainId(1, 40), "Give 1 to 40 letters or digits.", """{"least":1,"most":40}""" },
        { "queue_id", FieldError.QueueId(1, 40), "Give 1 to 40 lower-case letters, digits, '-' or '_'.", """{"least":1,"most":40}""" },
        { "no_such_queue", FieldError.NoSuchQueue(), "The desk has no such queue.", "null" },
        { "no_such_rep", FieldError.NoSuchRep(), "There is no such active rep.", "null" },
        { "time_zone", FieldError.TimeZone(), "Give an IANA time zone, for example Asia/Jerusalem.", "null" },
        { "country", FieldError.Country(), "Give an ISO 3166 country of two capital letters whose phone numbers are known, for example IL.", "null" },
        { "currency", FieldError.Currency(), "Give an ISO 4217 currency of three capital letters, for example ILS.", "null" },
        { "not_a_desk", FieldError.NotADesk(), "This is not the JSON of a desk; see /schemas/desk.json.", "null" },
        { "not_a_phone", FieldError.NotAPhone(), "This is not a phone number; give it as +972… or as it is dialled in the centre's country.", "null" },
        { "languages", FieldError.Languages(20), "Give at most 20 language tags, for example he or en.", """{"most":20}""" },
        { "skills", FieldError.Skills(50, 1, 10), "Give at most 50 skills with levels from 1 to 10.", """{"most":50,"leastLevel":1,"mostLevel":10}""" },
        { "user_name", FieldError.UserName(), "The user name has letters, digits and . _ - @ only and begins with a letter or digit.", "null" },
        { "control_characters", FieldError.ControlCharacters(), "Leave out control characters.", "null" },
        { "cursor", FieldError.Cursor(), "Give the 'next' of the page before, or leave it out.", "null" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Create_EachKind_HasItsCodeItsSentenceAndWhatThatNames(string code, FieldError error, string text, string values)
    {
        error.Code.ShouldBe(code);
        error.Text.ShouldBe(text);
        JsonSerializer.Serialize(error.Values).ShouldBe(values);
    }

    [Fact]
    public void Known_EveryKind_IsLookedAt() =>
        Known.Select(row => ((FieldError)row[1]).Code).Distinct().Count().ShouldBe(typeof(FieldError).GetMethods().Count(method => method.IsStatic && method.ReturnType == typeof(FieldError)));

    [Fact]
    public void Add_SameAgain_IsNotedOnce()
    {
        var errors = new FieldErrors().Add("skills", FieldError.Missing()).Add("skills", FieldError.Missing()).Add("skills", FieldError.Skills(50, 1, 10)).Add("name", null);

        errors.Fields.ShouldBe(["skills"]);
        errors.ToDictionary()["skills"].Select(error => error.Code).ShouldBe(["missing", "skills"]);
    }

    [Fact]
    public void Check_RuleThatHolds_NotesNothing()
    {
        var errors = new FieldErrors().Check("queue", true, FieldError.NoSuchQueue()).Range("capacity", 10, 1, 10).Text("name", "x", 1, 100).Count("queues", Array.Empty<string>(), 0, 50);

        errors.Present("name", "x").ShouldBeTrue();
        errors.Any.ShouldBeFalse();
    }

    [Fact]
    public void Range_OutOfBounds_SaysTheBounds()
    {
        var found = new FieldErrors().Range("capacity", 11, 1, 10).Text("name", null, 1, 100).Count("queues", new string[51], 0, 50).ToDictionary();

        found["capacity"].ShouldHaveSingleItem().Text.ShouldBe("Give 1 to 10.");
        found["name"].ShouldHaveSingleItem().Text.ShouldBe("Give 1 to 100 characters.");
        found["queues"].ShouldHaveSingleItem().Text.ShouldBe("Give 0 to 50 entries.");
    }

    [Fact]
    public void Of_WhatWasFound_IsARefusalWithIt()
    {
        var refusal = Refusal.Of(new FieldErrors().Add("name", FieldError.Missing()));

        refusal.Code.ShouldBe("validation_failed");
        refusal.Errors.ShouldNotBeNull()["name"].ShouldHaveSingleItem().Code.ShouldBe("missing");
        refusal.Values.ShouldBeNull();
    }

    [Fact]
    public void Of_SentenceThatNamesSomething_HasItBeside()
    {
        var refusal = Refusal.Of("limit_reached", "There can be at most 5 reps.", ("most", 5));

        refusal.Values.ShouldNotBeNull().ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, object>("most", 5));
        Refusal.Of("lead_closed", "The lead is closed.").Values.ShouldBeNull();
    }
}
