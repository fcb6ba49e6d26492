using System.Security.Cryptography;
using LeadRouter.Telephony.Twilio;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

public sealed class TwilioSignatureTests
{
    // Twilio's published vector.
    private const string Token = "12345";
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Signature = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";

    private static readonly KeyValuePair<string, string>[] Form =
    [
        new("To", "+18005551212"), new("CallSid", "CA1234567890ABCDE"), new("Digits", "1234"), new("Caller", "+12349013030"), new("From", "+12349013030"),
    ];

    [Fact]
    public void Compute_PublishedVector_Matches()
    {
        TwilioSignature.Compute(Token, Url, Form).ShouldBe(Signature);
        TwilioSignature.Verify(Token, Signature, Url, Form).ShouldBeTrue();
    }

    [Fact]
    public void Verify_AnyDifference_Fails()
    {
        TwilioSignature.Verify(Token, null, Url, Form).ShouldBeFalse();
        TwilioSignature.Verify(Token, "", Url, Form).ShouldBeFalse();
        TwilioSignature.Verify(Token, Signature[..^1], Url, Form).ShouldBeFalse();
        TwilioSignature.Verify(Token, "1" + Signature[1..], Url, Form).ShouldBeFalse();
        TwilioSignature.Verify("12346", Signature, Url, Form).ShouldBeFalse();
        TwilioSignature.Verify(Token, Signature, Url + "&x=1", Form).ShouldBeFalse();
        TwilioSignature.Verify(Token, Signature, Url.Replace("https", "http", StringComparison.Ordinal), Form).ShouldBeFalse();
        TwilioSignature.Verify(Token, Signature, Url, Form[..^1]).ShouldBeFalse();
        TwilioSignature.Verify(Token, Signature, Url, [.. Form, new("Z", "")]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2")]
    [InlineData("https://mycompany.com:8443/myapp.php?foo=1&bar=2")]
    public void Verify_UrlSignedWithoutItsPort_Matches(string url) => TwilioSignature.Verify(Token, Signature, url, Form).ShouldBeTrue();

    [Fact]
    public void Verify_UrlSignedWithThePortOfItsScheme_Matches() =>
        TwilioSignature.Verify(Token, TwilioSignature.Compute(Token, "https://mycompany.com:443/a", Form), "https://mycompany.com/a", Form).ShouldBeTrue();

    [Theory]
    [InlineData("https://a.b/c", "https://a.b/c", "https://a.b:443/c")]
    [InlineData("http://a.b?c=d:e", "http://a.b?c=d:e", "http://a.b:80?c=d:e")]
    [InlineData("http://a.b:8080", "http://a.b", "http://a.b:8080")]
    [InlineData("https://[::1]:5001/c", "https://[::1]/c", "https://[::1]:5001/c")]
    [InlineData("https://[::1]/c", "https://[::1]/c", "https://[::1]:443/c")]
    [InlineData("nonsense", "nonsense")]
    public void PortVariants_AreWithAndWithout(string url, params string[] variants) => TwilioSignature.PortVariants(url).ShouldBe(variants);

    [Fact]
    public void Compute_ParameterSentTwice_CountsEachValueOnceAndInOrder() =>
        TwilioSignature.Compute(Token, Url, [new("B", "2"), new("A", "y"), new("A", "x"), new("A", "y")])
            .ShouldBe(TwilioSignature.Compute(Token, Url + "AxAyB2", []));

    [Fact]
    public void VerifyBody_HashInTheQuery_CoversTheBody()
    {
        var body = """{"CallStatus":"ringing"}"""u8.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var url = $"https://mycompany.com/hook?bodySHA256={hash}";
        var signature = TwilioSignature.Compute(Token, url, []);

        TwilioSignature.VerifyBody(Token, signature, url, body).ShouldBeTrue();
        TwilioSignature.VerifyBody(Token, signature, url, [.. body, (byte)' ']).ShouldBeFalse();
        TwilioSignature.VerifyBody(Token, Signature, url, body).ShouldBeFalse();
        TwilioSignature.VerifyBody(Token, TwilioSignature.Compute(Token, "https://mycompany.com/hook", []), "https://mycompany.com/hook", body).ShouldBeFalse();
        var twice = $"{url}&bodySHA256={hash}";
        TwilioSignature.VerifyBody(Token, TwilioSignature.Compute(Token, twice, []), twice, body).ShouldBeFalse();
    }
}
