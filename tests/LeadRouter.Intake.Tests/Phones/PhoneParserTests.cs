using LeadRouter.Domain.Contacts;
using LeadRouter.Intake.Phones;

namespace LeadRouter.Intake.Tests.Phones;

public sealed class PhoneParserTests
{
    [Theory]
    [InlineData("+972 52-123-4567", "US", "+972521234567")]
    [InlineData("052-1234567", "IL", "+972521234567")]
    [InlineData("521234567", "IL", "+972521234567")]
    [InlineData("972521234567", "IL", "+972521234567")]
    [InlineData("00972-52-1234567", "IL", "+972521234567")]
    [InlineData("012 44 20 7946 0018", "IL", "+442079460018")]
    [InlineData("+972 (0)52 123 4567", "GB", "+972521234567")]
    [InlineData("03-612 3456", "il", "+97236123456")]
    [InlineData("1-800-123-456", "IL", "+9721800123456")]
    [InlineData("(201) 555-0123", "US", "+12015550123")]
    [InlineData("1 201 555 0123", "CA", "+12015550123")]
    [InlineData("011 972 52 123 4567", "US", "+972521234567")]
    [InlineData("00 972 52 123 4567", "US", "+972521234567")]
    [InlineData("020 7946 0018", "GB", "+442079460018")]
    [InlineData("030/123456", "DE", "+4930123456")]
    [InlineData("01 23 45 67 89", "FR", "+33123456789")]
    [InlineData("8 (495) 123-45-67", "RU", "+74951234567")]
    [InlineData("8 800 555-35-35", "RU", "+78005553535")]
    [InlineData("810 972 52 123 4567", "RU", "+972521234567")]
    [InlineData("050 123 4567", "UA", "+380501234567")]
    [InlineData("098765 43210", "IN", "+919876543210")]
    [InlineData("9112345678", "IN", "+919112345678")]
    [InlineData("919876543210", "IN", "+919876543210")]
    [InlineData("55 3234-5678", "BR", "+555532345678")]
    [InlineData("4915123456751", "DE", "+4915123456751")]
    [InlineData("393 1234567", "IT", "+393931234567")]
    [InlineData("393931234567", "IT", "+393931234567")]
    [InlineData("0 15 11 91234-5678", "BR", "+5511912345678")]
    [InlineData("06 6982 1234", "IT", "+390669821234")]
    [InlineData("+39 06 6982 1234", "US", "+390669821234")]
    [InlineData("612 34 56 78", "ES", "+34612345678")]
    [InlineData("0011 44 20 7946 0018", "AU", "+442079460018")]
    [InlineData("0532 123 45 67", "TR", "+905321234567")]
    [InlineData("06 20 123 4567", "HU", "+36201234567")]
    [InlineData("011 15-2345-6789", "AR", "+5491123456789")]
    [InlineData("8 612 34567", "LT", "+37061234567")]
    [InlineData("8 029 491-19-11", "BY", "+375294911911")]
    [InlineData("٠٥٢١٢٣٤٥٦٧", "IL", "+972521234567")]
    [InlineData("＋９７２ ５２ １２３ ４５６７", "IL", "+972521234567")]
    [InlineData("tel:+972-52-123-4567;ext=12", "IL", "+972521234567")]
    [InlineData("tel:052-123-4567;phone-context=+972", "US", "+972521234567")]
    [InlineData("tel:+972%2052%20123%204567", "US", "+972521234567")]
    [InlineData("052-1234567 x123", "IL", "+972521234567")]
    [InlineData("052-1234567 ext. 9", "IL", "+972521234567")]
    [InlineData("052-1234567 #9", "IL", "+972521234567")]
    [InlineData("052-1234567 שלוחה 4", "IL", "+972521234567")]
    [InlineData("052-1234567, 03-6123456", "IL", "+972521234567")]
    [InlineData("052-1234567 / 03-6123456", "IL", "+972521234567")]
    [InlineData("נייד: 052-1234567 (אחרי 17:00)", "IL", "+972521234567")]
    [InlineData("p:+972521234567", "IL", "+972521234567")]
    [InlineData("\u202A052-1234567\u202C\u200F", "IL", "+972521234567")]
    [InlineData("972521234567+", "US", "+972521234567")]
    [InlineData("+0521234567", "IL", "+972521234567")]
    public void Read_WhatPeopleWrite_IsE164(string raw, string country, string expected) =>
        PhoneParser.Read(raw, country).Phone.ShouldBe(Phone.Of(expected));

    [Theory]
    [InlineData("", "IL", "empty")]
    [InlineData(" - ", "IL", "empty")]
    [InlineData(null, "IL", "empty")]
    [InlineData("call me", "IL", "letters")]
    [InlineData("1-800-FLOWERS", "US", "letters")]
    [InlineData("9.72521E+11", "IL", "letters")]
    [InlineData("052123", "IL", "too_short")]
    [InlineData("+1", "IL", "too_short")]
    [InlineData("052123456789012", "IL", "too_long")]
    [InlineData("+12015550123456", "IL", "too_long")]
    [InlineData("+999 123 4567", "IL", "unknown_country")]
    [InlineData("0521234567", "ZZ", "unknown_country")]
    [InlineData("+1 101 555 0123", "IL", "impossible")]
    [InlineData("+34 012345678", "IL", "impossible")]
    public void Read_WhatIsNoNumber_SaysWhy(string? raw, string country, string code)
    {
        var result = PhoneParser.Read(raw, country);

        result.Ok.ShouldBeFalse();
        result.Refusal!.Code.ShouldBe(code);
        result.Refusal.Text.ShouldEndWith(".");
    }

    [Fact]
    public void Read_ALongText_IsRefusedWithoutBeingRead() =>
        PhoneParser.Read(new string('5', 100_000), "IL").Refusal!.Code.ShouldBe("too_long");

    [Theory]
    [InlineData("IL", true)]
    [InlineData("il", true)]
    [InlineData("ZZ", false)]
    [InlineData("001", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsKnownCountry_OnlyOfTheLibrarys(string? country, bool known) => PhoneParser.IsKnownCountry(country).ShouldBe(known);
}
