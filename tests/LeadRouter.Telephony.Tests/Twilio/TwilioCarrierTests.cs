using System.Text;
using LeadRouter.Telephony.Twilio;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

/// <summary>Over real HTTP.</summary>
public sealed class TwilioCarrierTests
{
    [Fact]
    public async Task Place_Accepted_SendsOneWholeOrder()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Accept);
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        var result = await harness.PlaceAsync();

        result.ShouldBe(new PlaceCallResult(PlaceCallOutcome.Taken, "CA0000"));
        harness.Carrier.Name.ShouldBe("twilio");
        var order = twilio.Orders.ShouldHaveSingleItem();
        order["To"].ToString().ShouldBe(TwilioHarness.RepPhone);
        order["From"].ToString().ShouldBe("+12025550100");
        order["Timeout"].ToString().ShouldBe("25");
        order["StatusCallback"].ToString().ShouldStartWith("https://leads.example.com/hooks/twilio/voice/l1/a1/rep");
        order["StatusCallbackEvent"].ToArray().ShouldBe(["initiated", "ringing", "answered", "completed"]);
        order["Twiml"].ToString().ShouldContain(TwilioHarness.LeadPhone);
        var head = twilio.Heads.Single();
        head.Path.ShouldBe("/2010-04-01/Accounts/AC0123456789/Calls.json");
        head.ContentType.ShouldBe("application/x-www-form-urlencoded");
        Encoding.UTF8.GetString(Convert.FromBase64String(head.Authorization!["Basic ".Length..])).ShouldBe($"AC0123456789:{TwilioHarness.Token}");
    }

    [Fact]
    public async Task Place_Accepted_MeasuresBothQueuesAndTheOutcome()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Accept);
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        await harness.PlaceAsync();

        harness.Measured.ShouldBe([("leadrouter_carrier_queue_seconds", 0, "router"), ("leadrouter_carrier_queue_seconds", 1.5, "carrier"), ("leadrouter_carrier_calls_total", 1, "taken")]);
    }

    [Fact]
    public async Task Place_TooManyRequests_IsSentAgainUntilTaken()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Answer(429, """{"code":20429,"status":429}"""), FakeTwilio.Accept);
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        var result = await harness.PlaceAsync();

        result.ShouldBe(new PlaceCallResult(PlaceCallOutcome.Taken, "CA0001"));
        twilio.Orders.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Place_TooManyRequestsAlways_IsRefusedAfterThreeSends()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Answer(429, """{"code":20429,"status":429}"""));
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        var result = await harness.PlaceAsync();

        result.Outcome.ShouldBe(PlaceCallOutcome.Refused);
        result.Reason!.ShouldContain("error 20429");
        twilio.Orders.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Place_TooManyRequestsForAMinute_IsRefusedAtOnce()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Answer(429, "{}", retryAfter: "60"));
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        (await harness.PlaceAsync()).Outcome.ShouldBe(PlaceCallOutcome.Refused);
        twilio.Orders.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(400, """{"code":21211,"message":"The 'To' number +12025550111 is not a valid phone number.","status":400}""", "Twilio refused the call (error 21211, HTTP 400).")]
    [InlineData(401, """{"code":20003,"message":"Authenticate","status":401}""", "Twilio refused the call (error 20003, HTTP 401).")]
    [InlineData(403, "<html>", "Twilio refused the call (HTTP 403).")]
    [InlineData(404, """{"code":"+12025550111"}""", "Twilio refused the call (HTTP 404).")]
    public async Task Place_Refused_TellsTwiliosCodeAndNoPhone(int status, string body, string reason)
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Answer(status, body));
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        (await harness.PlaceAsync()).ShouldBe(new PlaceCallResult(PlaceCallOutcome.Refused, Reason: reason));
        twilio.Orders.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, TwilioHarness.LeadPhone, "The rep has no phone number.")]
    [InlineData("0541234567", TwilioHarness.LeadPhone, "The rep's phone number is not in international form.")]
    [InlineData(TwilioHarness.RepPhone, "+1<Number>", "The lead's phone number is not in international form.")]
    public async Task Place_PhoneMissingOrMalformed_IsRefusedAndNothingIsSent(string? rep, string lead, string reason)
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Accept);
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        (await harness.Carrier.PlaceAsync(TwilioHarness.Order("a1", rep, lead), default)).ShouldBe(new PlaceCallResult(PlaceCallOutcome.Refused, Reason: reason));
        twilio.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task Place_QueueIsFull_IsRefused_AndDisposeSendsTheRestAway()
    {
        await using var twilio = await FakeTwilio.StartAsync(FakeTwilio.Accept);
        var time = new FakeTimeProvider();
        var harness = new TwilioHarness(twilio.BaseUrl, time, ("CallsPerSecond", "1"), ("MaxQueuedCalls", "1"));

        (await harness.PlaceAsync()).Outcome.ShouldBe(PlaceCallOutcome.Taken);
        var waiting = harness.PlaceAsync();
        var refused = await harness.PlaceAsync();
        waiting.IsCompleted.ShouldBeFalse();
        await harness.DisposeAsync();

        refused.ShouldBe(new PlaceCallResult(PlaceCallOutcome.Refused, Reason: "1 calls wait already for their turn at Twilio."));
        (await waiting).Reason.ShouldBe("The router stopped before the call was sent.");
        twilio.Orders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Place_WhateverHappens_NoPhoneAndNoTokenIsLogged()
    {
        await using var twilio = await FakeTwilio.StartAsync(
            FakeTwilio.Accept, FakeTwilio.Answer(400, $$"""{"code":21211,"message":"{{TwilioHarness.RepPhone}} {{TwilioHarness.LeadPhone}}"}"""), FakeTwilio.Reset, FakeTwilio.Answer(429, "{}"), FakeTwilio.Accept);
        await using var harness = new TwilioHarness(twilio.BaseUrl);

        for (var i = 0; i < 4; i++)
            await harness.PlaceAsync();

        harness.Log.ShouldNotBeEmpty();
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"AC0123456789:{TwilioHarness.Token}"));
        harness.Log.ShouldAllBe(line => !line.Contains("2025550111") && !line.Contains("541234567") && !line.Contains(TwilioHarness.Token) && !line.Contains(basic));
    }

    [Theory]
    [InlineData(1, null, 0.5)]
    [InlineData(2, null, 1.0)]
    [InlineData(1, 3.0, 3.0)]
    [InlineData(2, 0.1, 1.0)]
    [InlineData(1, 10.5, null)]
    [InlineData(9, null, null)]
    public void RetryPause_IsBackoffOrWhatTwilioAsked_UpToTenSeconds(int sends, double? retryAfter, double? expected)
    {
        var pause = TwilioCarrier.RetryPause(sends, retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        (pause?.TotalSeconds).ShouldBe(expected);
    }
}
