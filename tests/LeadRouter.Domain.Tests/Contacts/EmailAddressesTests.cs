using LeadRouter.Domain.Contacts;

namespace LeadRouter.Domain.Tests.Contacts;

public sealed class EmailAddressesTests
{
    [Theory]
    [InlineData(" Dana.Levi@Example.COM ", "dana.levi@example.com")]
    [InlineData("a+b'c@mail.example.co.il", "a+b'c@mail.example.co.il")]
    [InlineData("mailto:dana@example.com", "dana@example.com")]
    [InlineData("<dana@example.com>", "dana@example.com")]
    [InlineData("dana@example.com.", "dana@example.com")]
    [InlineData("\u200Fdana@example.com\u202C", "dana@example.com")]
    [InlineData("ｄａｎａ＠example．com", "dana@example.com")]
    [InlineData("dana@bücher.example", "dana@xn--bcher-kva.example")]
    [InlineData("dana@דוגמה.קום", "dana@xn--6dbbec0c.xn--9dbq2a")]
    [InlineData("dana@xn--bcher-kva.example", "dana@xn--bcher-kva.example")]
    [InlineData("דנה@example.com", "דנה@example.com")]
    public void Normalize_WhatPeopleWrite_IsOneText(string raw, string expected) =>
        EmailAddresses.Normalize(raw).Value.ShouldBe(expected);

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("  ", "empty")]
    [InlineData("\u200F", "empty")]
    [InlineData("dana", "no_at")]
    [InlineData("a@b@example.com", "no_at")]
    [InlineData("@example.com", "bad_local_part")]
    [InlineData(".dana@example.com", "bad_local_part")]
    [InlineData("da..na@example.com", "bad_local_part")]
    [InlineData("da na@example.com", "bad_local_part")]
    [InlineData("\"dana\"@example.com", "bad_local_part")]
    [InlineData("dana@", "bad_domain")]
    [InlineData("dana@localhost", "bad_domain")]
    [InlineData("dana@-a.com", "bad_domain")]
    [InlineData("dana@a..com", "bad_domain")]
    [InlineData("dana@127.0.0.1", "bad_domain")]
    [InlineData("dana@exa_mple.com", "bad_domain")]
    [InlineData("dana@example.c", "bad_domain")]
    public void Normalize_WhatIsNoAddress_SaysWhy(string? raw, string code)
    {
        var result = EmailAddresses.Normalize(raw);

        result.Ok.ShouldBeFalse();
        result.Refusal!.Code.ShouldBe(code);
        result.Refusal.Text.ShouldEndWith(".");
    }

    [Fact]
    public void Normalize_254Characters_AreTheMost()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 62), 3)) + ".com";
        var longest = new string('a', EmailAddresses.MaxLength - 1 - domain.Length) + "@" + domain;

        EmailAddresses.Normalize(longest).Value.ShouldBe(longest);
        EmailAddresses.Normalize(longest.Replace("@", "@d", StringComparison.Ordinal)).Refusal!.Code.ShouldBe("too_long");
    }

    [Fact]
    public void Normalize_AHugeText_IsRefusedWithoutBeingRead() =>
        EmailAddresses.Normalize(new string('a', 1_000_000) + "@example.com").Refusal!.Code.ShouldBe("too_long");

    [Theory]
    [InlineData("+972521234567", "dana@example.com", "p:+972521234567")]
    [InlineData("+972521234567", null, "p:+972521234567")]
    [InlineData(null, "dana@example.com", "e:dana@example.com")]
    public void ContactKey_ThePhoneFirst(string? phone, string? email, string expected) =>
        ContactKey.For(phone is null ? null : Phone.Of(phone), email).Value.ShouldBe(expected);

    [Fact]
    public void ContactKey_WithNothing_IsACallersMistake() => Should.Throw<ArgumentException>(() => ContactKey.For(null, ""));
}
