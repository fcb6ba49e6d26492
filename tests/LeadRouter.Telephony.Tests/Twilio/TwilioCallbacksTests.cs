using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadRouter.Domain;
using LeadRouter.Telephony.Twilio;
using LeadRouter.Turns.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

/// <summary>Over real HTTP, behind a public address that differs from the one that this server listens on.</summary>
public sealed class TwilioCallbacksTests : IAsyncLifetime, IDisposable
{
    private const string Public = "https://leads.example.com/lr";
    private const string Path = "/hooks/twilio/voice/l1/a1/lead";
    private readonly RecordingEvents _events = new();
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telephony:Carrier"] = "twilio",
            ["Telephony:Twilio:AccountSid"] = "AC1",
            ["Telephony:Twilio:AuthToken"] = TwilioHarness.Token,
            ["Telephony:Twilio:From"] = "+12025550100",
            ["Telephony:Twilio:PublicBaseUrl"] = Public,
        });
        builder.Services.AddSingleton<ICarrierEvents>(_events).AddTelephony(builder.Configuration);
        _app = builder.Build();
        _app.MapTwilioCallbacks();
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _http.Dispose();

    private static Dictionary<string, string> Form(string status) => new()
    {
        ["CallSid"] = "CA9",
        ["CallStatus"] = status,
        ["Timestamp"] = "Sun, 22 Nov 2026 09:00:00 +0000",
        ["To"] = "+972541234567",
        ["CallerName"] = "שלום + 100% & more",
        ["Empty"] = "",
    };

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, string? signature, string path = Path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (signature is not null)
            request.Headers.Add(TwilioSignature.Header, signature);
        return await _http.SendAsync(request);
    }

    private Task<HttpResponseMessage> PostAsync(Dictionary<string, string> form, string path = Path) =>
        PostAsync(new FormUrlEncodedContent(form), TwilioSignature.Compute(TwilioHarness.Token, Public + path, form), path);

    private static async Task<string?> CodeOf(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
    }

    [Fact]
    public async Task Post_Signed_IsReportedOnceItIsDurable()
    {
        var response = await PostAsync(Form("in-progress"));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        _events.Reports.ShouldBe([new CarrierReport(new LeadId("l1"), new AttemptId("a1"), CallLeg.Lead, CallStatus.Answered, new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), "CA9")]);
    }

    [Fact]
    public async Task Post_SignedForTheRepsLegWithAQueryAndEscapedIds_IsReported()
    {
        var response = await PostAsync(Form("ringing"), "/hooks/twilio/voice/l%20%3C1/a1/rep?x=a%20b&y=c+d");

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var report = _events.Reports.ShouldHaveSingleItem();
        (report.Lead.Value, report.Leg).ShouldBe(("l <1", CallLeg.Rep));
    }

    [Fact]
    public async Task Post_SignedForTheInnerAddress_Is401()
    {
        var form = Form("ringing");

        var response = await PostAsync(new FormUrlEncodedContent(form), TwilioSignature.Compute(TwilioHarness.Token, _app.Urls.First() + Path, form));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _events.Calls.ShouldBe(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    public async Task Post_MissingOrWrongSignature_Is401AndNothingIsReported(string? signature)
    {
        var response = await PostAsync(new FormUrlEncodedContent(Form("completed")), signature);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await CodeOf(response)).ShouldBe("signature_invalid");
        _events.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Post_SignatureOfAnotherLeadOrBody_Is401()
    {
        var form = Form("ringing");
        var signature = TwilioSignature.Compute(TwilioHarness.Token, Public + Path, form);

        (await PostAsync(new FormUrlEncodedContent(form), signature, "/hooks/twilio/voice/l2/a1/lead")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(new FormUrlEncodedContent(Form("completed")), signature)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _events.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Post_SignedWithoutAStatusOrForNoLeg_Is400()
    {
        var noStatus = await PostAsync(new Dictionary<string, string> { ["CallSid"] = "CA9" });
        var noLeg = await PostAsync(Form("ringing"), "/hooks/twilio/voice/l1/a1/third");

        noStatus.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeOf(noStatus)).ShouldBe("body_invalid");
        noLeg.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Post_Over64KiB_Is413_AndExactly64KiBIsRead()
    {
        var whole = await PostAsync(new ByteArrayContent(new byte[64 * 1024]), "x");
        var over = await PostAsync(new ByteArrayContent(new byte[(64 * 1024) + 1]), "x");

        whole.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        over.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await CodeOf(over)).ShouldBe("body_too_large");
    }

    [Fact]
    public async Task Post_StoreUnavailable_Is503WithRetryAfter_AndTheRetryIsReported()
    {
        _events.Fail = (call, _) => call == 0 ? new StoreUnavailableException("disk full") : null;

        var first = await PostAsync(Form("ringing"));
        var second = await PostAsync(Form("ringing"));

        first.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        first.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        (await CodeOf(first)).ShouldBe("store_unavailable");
        second.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        _events.Reports.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_Json_IsProvenByItsHash()
    {
        const string body = """{"CallSid":"CA9","CallStatus":"busy","Extra":1}""";
        var path = $"{Path}?bodySHA256={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
        var signature = TwilioSignature.Compute(TwilioHarness.Token, Public + path, []);

        var good = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"), signature, path);
        var tampered = await PostAsync(new StringContent(body.Replace("busy", "failed", StringComparison.Ordinal), Encoding.UTF8, "application/json"), signature, path);

        good.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        tampered.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _events.Reports.ShouldHaveSingleItem().Status.ShouldBe(CallStatus.Busy);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    public async Task Post_JsonThatIsNoObject_Is400(string body)
    {
        var path = $"{Path}?bodySHA256={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";

        var response = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"), TwilioSignature.Compute(TwilioHarness.Token, Public + path, []), path);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task MapTwilioCallbacks_AnotherCarrier_MapsNothing()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddTelephony(builder.Configuration);
        await using var app = builder.Build();

        app.MapTwilioCallbacks();

        ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.ShouldBeEmpty();
    }
}
