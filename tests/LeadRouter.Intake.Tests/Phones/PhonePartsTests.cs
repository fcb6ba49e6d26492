using LeadRouter.Intake.Phones;

namespace LeadRouter.Intake.Tests.Phones;

public sealed class PhonePartsTests
{
    [Theory]
    [InlineData("052-123-4999", "IL", "+972521234999")]
    [InlineData("0521234999", "IL", "+972521234999")]
    [InlineData("(052) 123 4999", "IL", "+972521234999")]
    [InlineData("521234999", "IL", "+972521234999 521234999")]
    [InlineData("+972 52-123-4999", "IL", "+972521234999")]
    [InlineData("00972521234999", "IL", "+972521234999")]
    [InlineData("972521234999", "IL", "+972521234999 972521234999")]
    [InlineData("02012345678", "GB", "+442012345678")]
    [InlineData("8 912 345-67-89", "RU", "+79123456789")]
    public void Of_AWholeNumber_IsTheNumber(string text, string country, string parts) => PhoneParts.Of(text, country).Distinct().ShouldBe(parts.Split(' '));

    [Theory]
    [InlineData("052-12", "+9725212")]
    [InlineData("+972 52", "+97252")]
    [InlineData("00972 52", "+97252")]
    [InlineData("223-4999", "2234999")]
    [InlineData("٤٩٩٩", "4999")]
    [InlineData("499", "499")]
    public void Of_APartOfANumber_IsThatPart(string text, string part) => PhoneParts.Of(text, "IL").ShouldBe([part]);

    [Theory]
    [InlineData("49")]
    [InlineData("0")]
    [InlineData("dana 052")]
    [InlineData("dana@example.com")]
    [InlineData("--")]
    [InlineData("")]
    public void Of_WhatIsNoNumber_IsNothing(string text) => PhoneParts.Of(text, "IL").ShouldBeEmpty();

    [Fact]
    public void Of_ALongText_IsNothing() => PhoneParts.Of(new string('5', 100_000), "IL").ShouldBeEmpty();
}
