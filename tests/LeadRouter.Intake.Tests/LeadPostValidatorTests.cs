using LeadRouter.Contracts;
using static LeadRouter.Intake.Tests.Posts;

namespace LeadRouter.Intake.Tests;

public sealed class LeadPostValidatorTests
{
    private static readonly PostLeadRequest Reachable = new() { Phone = "0521234567" };

    [Fact]
    public void A_phone_that_is_none_does_not_lose_a_lead_with_an_email()
    {
        var post = Valid(new() { Phone = "call\u0000 \u202Eme 7", Email = "dana@example.com" });

        post.Phone.ShouldBeNull();
        post.Email.ShouldBe("dana@example.com");
        post.Attributes.ShouldBe(new Dictionary<string, string> { [LeadPostValidator.PhoneAsGiven] = "call me 7" });
    }

    [Fact]
    public void An_email_that_is_none_does_not_lose_a_lead_with_a_phone()
    {
        var post = Valid(Reachable with { Email = "dana@nowhere" });

        post.Email.ShouldBeNull();
        post.Attributes.ShouldBe(new Dictionary<string, string> { [LeadPostValidator.EmailAsGiven] = "dana@nowhere" });
    }

    [Fact]
    public void What_we_add_does_not_count_against_the_senders_limit()
    {
        var full = Enumerable.Range(0, LeadPostLimits.Attributes).ToDictionary(n => $"a{n}", _ => "x");

        Valid(new() { Phone = "1", Email = "dana@example.com", Attributes = full }).Attributes!.Count.ShouldBe(LeadPostLimits.Attributes + 1);
    }

    [Theory]
    [InlineData("Da\u0000na", "Dana")]
    [InlineData("\u202Eanad\u202C", "anad")]
    [InlineData("Dana\r\n\tLevi", "Dana Levi")]
    [InlineData("\u2066Dana\u2069\uFEFF\u200B", "Dana")]
    [InlineData("דנה\u200F לוי", "דנה\u200F לוי")]
    [InlineData("\u0007", null)]
    public void A_name_is_safe_to_show(string name, string? expected) => Valid(Reachable with { Name = name }).Name.ShouldBe(expected);

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Valid(Reachable with { Name = "Da" + (char)0xD83D + "na" }).Name.ShouldBe("Da\uFFFDna");

    [Fact]
    public void The_limits_are_the_documented_ones()
    {
        static string Long(int length) => new('x', length);
        var most = Reachable with
        {
            ExternalId = Long(200),
            Name = Long(200),
            Source = Long(200),
            Campaign = Long(200),
            Message = Long(4_000),
            Consent = new ConsentDto(Long(4_000), null, Long(100)),
            Attributes = new Dictionary<string, string> { [Long(100)] = Long(1_000) },
        };
        var over = Reachable with
        {
            ExternalId = Long(201),
            Name = Long(201),
            Source = Long(201),
            Campaign = Long(201),
            Queue = Long(101),
            Language = "en-" + Long(40),
            Message = Long(4_001),
            Consent = new ConsentDto(Long(4_001), null, Long(101)),
            Attributes = new Dictionary<string, string> { [Long(101)] = "", ["a"] = Long(1_001) },
        };

        Valid(most).Message!.Length.ShouldBe(4_000);
        var errors = LeadPostValidator.Validate(over, Desk).Errors.ShouldNotBeNull();
        errors.Fields.ShouldBe(
            ["externalId", "name", "source", "campaign", "queue", "language", "message", "consent.text", "consent.kind", "attributes"],
            ignoreOrder: true);
        errors.ToDictionary()["attributes"].Length.ShouldBe(2);
    }

    [Fact]
    public void Too_many_attributes_are_refused() =>
        LeadPostValidator.Validate(
            Reachable with { Attributes = Enumerable.Range(0, 51).ToDictionary(n => $"a{n}", _ => "x") }, Desk)
            .Errors!.Fields.ShouldBe(["attributes"]);

    [Theory]
    [InlineData("he", "he")]
    [InlineData("EN-us", "en-us")]
    [InlineData("iw", "he")]
    [InlineData("zh_Hant_TW", "zh-hant-tw")]
    [InlineData(" ", null)]
    public void A_language_is_a_tag_in_lower_case(string language, string? expected) =>
        Valid(Reachable with { Language = language }).Language.ShouldBe(expected);

    [Fact]
    public void An_email_longer_than_254_characters_is_refused() =>
        LeadPostValidator.Validate(new() { Email = new string('a', 60) + "@" + string.Concat(Enumerable.Repeat("domain.", 40)) + "com" }, Desk)
            .Errors!.Fields.ShouldBe(["email"]);

    [Fact]
    public void A_desk_in_no_country_is_the_servers_mistake() =>
        Should.Throw<ArgumentException>(() => LeadPostValidator.Validate(Reachable, Desk with { DefaultCountry = "ZZ" }));

    private static Domain.Leads.LeadPost Valid(PostLeadRequest request)
    {
        var check = LeadPostValidator.Validate(request, Desk);
        check.Errors.ShouldBeNull();
        return check.Post.ShouldNotBeNull();
    }
}
