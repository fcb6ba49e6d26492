using LeadRouter.Telephony.Twilio;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

public sealed class WriteOnceFormTests
{
    [Fact]
    public async Task CopyTo_SecondTime_FailsWithoutWriting()
    {
        using var form = new WriteOnceForm([new("To", "+1 2"), new("E", "a"), new("E", "b&c")]);
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        form.WritingStarted.ShouldBeFalse();

        await form.CopyToAsync(first);

        form.WritingStarted.ShouldBeTrue();
        await Should.ThrowAsync<HttpRequestException>(() => form.CopyToAsync(second));
        System.Text.Encoding.ASCII.GetString(first.ToArray()).ShouldBe("To=%2B1%202&E=a&E=b%26c");
        second.Length.ShouldBe(0);
    }
}
