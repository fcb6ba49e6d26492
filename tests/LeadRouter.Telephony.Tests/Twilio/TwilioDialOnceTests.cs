using System.Net;
using System.Net.Sockets;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

/// <summary>Over real HTTP: a call that Twilio may have is never sent again.</summary>
public sealed class TwilioDialOnceTests
{
    [Theory]
    [InlineData("reset")]
    [InlineData("reset inside the answer")]
    [InlineData("500")]
    [InlineData("502 page")]
    [InlineData("503 with Twilio's code")]
    [InlineData("408")]
    [InlineData("307")]
    [InlineData("201 garbage")]
    [InlineData("201 without sid")]
    [InlineData("200 endless")]
    public async Task Place_DoubtfulAnswer_IsUncertainAndNeverSentAgain(string kind)
    {
        await using var twilio = await FakeTwilio.StartAsync(
            kind switch
            {
                "reset" => FakeTwilio.Reset,
                "reset inside the answer" => FakeTwilio.ResetInsideAnswer,
                "500" => FakeTwilio.Answer(500, """{"code":20500,"message":"Internal Server Error","status":500}"""),
                "502 page" => FakeTwilio.Answer(502, "<html>Bad Gateway</html>"),
                "503 with Twilio's code" => FakeTwilio.Answer(503, """{"code":20503,"message":"Service unavailable","status":503}""", retryAfter: "0"),
                "408" => FakeTwilio.Answer(408, ""),
                "307" => (context, _) =>
                {
                    context.Response.Headers.Location = "/2010-04-01/Accounts/AC0123456789/Calls.json";
                    context.Response.StatusCode = 307;
                    return Task.CompletedTask;
                },
                "201 garbage" => FakeTwilio.Answer(201, "{\"sid\":"),
                "201 without sid" => FakeTwilio.Answer(201, "[]"),
                _ => FakeTwilio.Answer(200, "\"" + new string('x', 1_000_000)),
            },
            FakeTwilio.Accept);
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        var result = await harness.PlaceAsync();

        result.Outcome.ShouldBe(PlaceCallOutcome.Uncertain);
        result.Reason!.ShouldContain("may be ringing");
        twilio.Orders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Place_ConnectionOfAnEarlierCallBreaks_IsUncertainAndNeverSentAgain()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Accept, FakeTwilio.Reset, FakeTwilio.Accept);
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        (await harness.PlaceAsync()).Outcome.ShouldBe(PlaceCallOutcome.Taken);
        var second = await harness.PlaceAsync();

        second.Outcome.ShouldBe(PlaceCallOutcome.Uncertain);
        twilio.Orders.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Place_NoAnswerInTime_IsUncertainAndNeverSentAgain()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Hang, FakeTwilio.Accept);
        var time = new FakeTimeProvider();
        await using var harness = new TwilioHarness(twilio.BaseUrl, time);

        var placing = harness.PlaceAsync();
        await Eventually.IsTrue(() => twilio.Orders.Count == 1, () => "the order at Twilio");
        time.Advance(TimeSpan.FromSeconds(9.9));
        placing.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(0.2));
        var result = await placing;

        result.Outcome.ShouldBe(PlaceCallOutcome.Uncertain);
        result.Reason!.ShouldContain("time-out");
        twilio.Orders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Place_StoppedAfterItWasSent_IsUncertain()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Hang);
        await using var harness = new TwilioHarness(twilio.BaseUrl);
        using var stop = new CancellationTokenSource();

        var placing = harness.PlaceAsync(stop.Token);
        await Eventually.IsTrue(() => twilio.Orders.Count == 1, () => "the order at Twilio");
        await stop.CancelAsync();

        (await placing).Outcome.ShouldBe(PlaceCallOutcome.Uncertain);
    }

    [Fact]
    public async Task Place_TooManyRequestsThenReset_EndsUncertain()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Answer(429, "{}"), FakeTwilio.Reset, FakeTwilio.Accept);
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        (await harness.PlaceAsync()).Outcome.ShouldBe(PlaceCallOutcome.Uncertain);
        twilio.Orders.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("nobody listens")]
    [InlineData("no such host")]
    [InlineData("no TLS")]
    public async Task Place_NothingCouldBeSent_IsRefusedAfterThreeTries(string kind)
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Accept);
        await using var harness = new TwilioHarness(kind switch
        {
            "nobody listens" => $"http://127.0.0.1:{UnusedPort()}",
            "no such host" => "http://twilio.invalid",
            _ => twilio.BaseUrl.Replace("http:", "https:", StringComparison.Ordinal),
        });

        var result = await harness.PlaceAsync();

        result.Outcome.ShouldBe(PlaceCallOutcome.Refused);
        result.Reason!.ShouldContain("nothing was sent");
        harness.Log.Count(line => line.Contains("is sent again", StringComparison.Ordinal)).ShouldBe(2);
        twilio.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task Place_ConnectionBreaksInsideTheRequest_IsUncertainAndNeverSentAgain()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connections = 0;
        var serving = Task.Run(async () =>
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync();
                connections++;
                await socket.ReceiveAsync(new byte[40]);
                socket.LingerState = new LingerOption(true, 0);
            }
        });
        await using var harness = new TwilioHarness($"http://{listener.LocalEndpoint}");

        var result = await harness.PlaceAsync();
        listener.Stop();

        result.Outcome.ShouldBe(PlaceCallOutcome.Uncertain);
        connections.ShouldBe(1);
        await Should.ThrowAsync<SocketException>(serving);
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
