using LeadRouter.Contracts;
using LeadRouter.Domain.Leads;
using static LeadRouter.Intake.Tests.Posts;

namespace LeadRouter.Intake.Tests;

/// <summary>No field of a posted JSON object is lost: it is read by an alias or kept as an attribute, and the sender is told.</summary>
public sealed class JsonNamesTests
{
    [Theory]
    [InlineData("""{"fullName":"Dana Levi","tel":"0521234567"}""", "fullName: read as name; tel: read as phone")]
    [InlineData("""{"full_name":"Dana Levi","phoneNumber":"0521234567"}""", "full_name: read as name; phoneNumber: read as phone")]
    [InlineData("""{"first_name":"Dana","Last Name":"Levi","MOBILE":521234567}""", "first_name: read as name; Last Name: read as name; MOBILE: read as phone")]
    [InlineData("""{"שם מלא":"Dana Levi","טלפון":"0521234567"}""", "שם מלא: read as name; טלפון: read as phone")]
    [InlineData("""{"name":"","fullname":"Dana Levi","phone":null,"mobile-phone":"0521234567"}""", "fullname: read as name; mobile-phone: read as phone")]
    [InlineData("""{"NAME":"Dana Levi","Phone":"0521234567"}""", "")]
    public void Usual_names_are_read_as_in_forms(string body, string warnings)
    {
        var (post, told) = Read(body);

        post.Name.ShouldBe("Dana Levi");
        post.Phone.ShouldBe(new("+972521234567"));
        post.Attributes.ShouldBeNull();
        told.ShouldBe(warnings);
    }

    [Fact]
    public void Every_field_has_its_aliases()
    {
        var (post, told) = Read("""
            {"lead_id":17,"e-mail":"Dana@Example.com","campaign_name":"spring","lang":"he_IL","comments":"Call me","leadScore":80,
             "consent_text":"I agree","consentAt":"2026-03-01T07:00:00Z","consentKind":"marketing","submittedAt":"2026-03-01T09:30:00Z"}
            """);

        (post.ExternalId, post.Email, post.Campaign, post.Language, post.Message, post.Score).ShouldBe(("17", "dana@example.com", "spring", "he-il", "Call me", 80));
        post.Consent.ShouldBe(new("I agree", new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero), "marketing"));
        post.RequestedAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));
        post.Attributes.ShouldBeNull();
        told.ShouldBe("lead_id: read as externalId; e-mail: read as email; campaign_name: read as campaign; lang: read as language; comments: read as message; "
            + "leadScore: read as score; consent_text: read as consent.text; consentAt: read as consent.at; consentKind: read as consent.kind; submittedAt: read as requestedAt");
    }

    [Theory]
    [InlineData("""{"phone":"0521234567","budget":"5000"}""", "budget", "5000")]
    [InlineData("""{"phone":"0521234567","budget":5e3}""", "budget", "5e3")]
    [InlineData("""{"phone":"0521234567","home":true}""", "home", "true")]
    [InlineData("""{"phone":"0521234567","address":{ "city" : "חיפה", "floors": [ 1, 2 ] }}""", "address", """{"city":"חיפה","floors":[1,2]}""")]
    [InlineData("""{"phone":"0521234567","a":["\ud800"]}""", "a", """["\ud800"]""")]
    [InlineData("""{"phone":"0521234567","a":"\ud800"}""", "a", "\"\\ud800\"")]
    [InlineData("""{"phone":"0521234567","consent":{"text":"I agree","ip":"192.0.2.1"}}""", "consent.ip", "192.0.2.1")]
    public void Any_other_field_is_kept_as_an_attribute(string body, string name, string value)
    {
        var (post, told) = Read(body);

        post.Attributes.ShouldBe(new Dictionary<string, string> { [name] = value });
        told.ShouldBe($"{name}: kept in attributes");
    }

    [Theory]
    [InlineData("""{"phone":"0521234567","tel":"0549999999"}""", "tel", "0549999999")]
    [InlineData("""{"tel":"0549999999","phone":"0521234567"}""", "tel", "0549999999")]
    [InlineData("""{"phone":"0521234567","name":"Dana","firstName":"Dan"}""", "firstName", "Dan")]
    [InlineData("""{"phone":"0521234567","consent":{},"consentText":"I agree"}""", "consentText", "I agree")]
    public void The_fields_own_name_wins_and_the_alias_is_kept(string body, string name, string value)
    {
        var (post, told) = Read(body);

        post.Phone.ShouldBe(new("+972521234567"));
        post.Attributes.ShouldBe(new Dictionary<string, string> { [name] = value });
        told.ShouldBe($"{name}: kept in attributes");
    }

    [Fact]
    public void Of_two_aliases_the_better_one_wins_and_the_other_is_kept()
    {
        var (post, told) = Read("""{"mobile":"0549999999","tel":"0521234567"}""");

        post.Phone.ShouldBe(new("+972521234567"));
        post.Attributes.ShouldBe(new Dictionary<string, string> { ["mobile"] = "0549999999" });
        told.ShouldBe("tel: read as phone; mobile: kept in attributes");
    }

    [Theory]
    [InlineData("""{"phone":"0521234567","notes":["a","b"]}""", "notes", """["a","b"]""")]
    [InlineData("""{"phone":"0521234567","lang":"Hebrew"}""", "lang", "Hebrew")]
    [InlineData("""{"phone":"0521234567","leadScore":"hot"}""", "leadScore", "hot")]
    [InlineData("""{"phone":"0521234567","submittedAt":"yesterday"}""", "submittedAt", "yesterday")]
    [InlineData("""{"phone":"0521234567","fullName":5}""", "fullName", "5")]
    public void An_alias_whose_value_does_not_fit_is_kept_and_no_reason_to_refuse(string body, string name, string value)
    {
        var (post, told) = Read(body);

        post.Attributes.ShouldBe(new Dictionary<string, string> { [name] = value });
        told.ShouldBe($"{name}: kept in attributes");
    }

    [Theory]
    [InlineData("""{"phone":"0521234567","utm_campaign":"spring"}""", "spring", "utm_campaign: read as campaign; utm_campaign: kept in attributes")]
    [InlineData("""{"phone":"0521234567","utm_campaign":"spring","campaign":"summer"}""", "summer", "utm_campaign: kept in attributes")]
    public void What_marketing_counts_by_stays_an_attribute(string body, string campaign, string warnings)
    {
        var (post, told) = Read(body);

        post.Campaign.ShouldBe(campaign);
        post.Attributes.ShouldBe(new Dictionary<string, string> { ["utm_campaign"] = "spring" });
        told.ShouldBe(warnings);
    }

    [Fact]
    public void Null_and_blank_are_as_good_as_not_sent()
    {
        var (post, told) = Read("""{"phone":"0521234567","budget":null,"city":" "}""");

        post.Attributes.ShouldBeNull();
        told.ShouldBeEmpty();
    }

    [Fact]
    public void An_attribute_of_the_same_name_is_kept_beside_it()
    {
        var (post, told) = Read("""{"phone":"0521234567","budget":"5000","attributes":{"budget":"4000","city":"Haifa"}}""");

        post.Attributes.ShouldBe(new Dictionary<string, string> { ["budget"] = "4000, 5000", ["city"] = "Haifa" }, ignoreOrder: true);
        told.ShouldBe("budget: kept in attributes");
    }

    [Fact]
    public void What_is_over_the_limits_is_told()
    {
        var (longName, longValue) = (new string('n', 101), new string('v', 1_001));
        var full = string.Join(',', Enumerable.Range(0, 47).Select(n => $"\"a{n}\":1"));

        var (post, told) = Read($$$$"""{"phone":"0521234567","{{{{longName}}}}":"x","long":"{{{{longValue}}}}","{{{{longName}}}}2":"{{{{longValue}}}}"," ":"x","more":1,"attributes":{{{{{full}}}}}}""");

        post.Attributes!.Count.ShouldBe(LeadPostLimits.Attributes);
        post.Attributes["long"].Length.ShouldBe(LeadPostLimits.AttributeValue);
        post.Attributes[longName[..100]].ShouldStartWith("x, vvv");
        told.ShouldBe($"{longName}: kept in attributes, its name cut to 100 characters; long: kept in attributes, cut to 1000 characters; "
            + $"{longName}2: kept in attributes, its name cut to 100 characters and its value to 1000;  : not kept: its name is blank; more: kept in attributes");
    }

    [Fact]
    public void What_is_one_too_many_is_told()
    {
        var full = string.Join(',', Enumerable.Range(0, 50).Select(n => $"\"a{n}\":1"));

        var (post, told) = Read($$$$"""{"phone":"0521234567","more":1,"attributes":{{{{{full}}}}}}""");

        post.Attributes!.Keys.ShouldNotContain("more");
        told.ShouldBe("more: not kept: a lead has at most 50 attributes");
    }

    [Fact]
    public void A_refused_alias_is_an_error_of_its_field() => Refused(Json, """{"tel":"12"}""").Errors!.Keys.ShouldBe(["phone"]);

    private static (LeadPost Post, string Warnings) Read(string body)
    {
        var result = Accept(Json, body);
        ShouldBeWhole(result);
        result.Warnings?.ShouldNotBeEmpty();
        return (result.Post.ShouldNotBeNull(), string.Join("; ", (result.Warnings ?? []).Select(Line)));
    }

    private static string Line(PostWarningDto warning) => $"{warning.Field}: {warning.Text}";
}
