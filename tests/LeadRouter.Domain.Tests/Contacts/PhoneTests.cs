using LeadRouter.Domain.Contacts;

namespace LeadRouter.Domain.Tests.Contacts;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("+972521234567", true)]
    [InlineData("+2904", true)]
    [InlineData("+123456789012345", true)]
    [InlineData("+290", false)]
    [InlineData("+1234567890123456", false)]
    [InlineData("+0521234567", false)]
    [InlineData("0521234567", false)]
    [InlineData("+972-521234567", false)]
    [InlineData("+97252123456٧", false)]
    [InlineData("+", false)]
    [InlineData("", false)]
    public void IsE164_IsItsShape(string text, bool expected)
    {
        new Phone(text).IsE164.ShouldBe(expected);
        if (expected)
            Phone.Of(text).Value.ShouldBe(text);
        else
            Should.Throw<ArgumentException>(() => Phone.Of(text));
    }

    [Fact]
    public void IsE164_OfNoPhone_IsFalse() => default(Phone).IsE164.ShouldBeFalse();
}
