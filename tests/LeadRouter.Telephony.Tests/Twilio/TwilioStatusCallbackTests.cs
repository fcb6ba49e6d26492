using LeadRouter.Domain;
using LeadRouter.Telephony.Twilio;
using LeadRouter.Turns.Ports;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

public sealed class TwilioStatusCallbackTests
{
    private static readonly DateTimeOffset Received = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static CarrierReport? Read(CallLeg leg, params (string Name, string Value)[] fields) =>
        TwilioStatusCallback.Read(new LeadId("l1"), new AttemptId("a1"), leg, fields.ToDictionary(field => field.Name, field => field.Value), Received);

    [Theory]
    [InlineData("queued", CallStatus.Queued)]
    [InlineData("initiated", CallStatus.Initiated)]
    [InlineData("ringing", CallStatus.Ringing)]
    [InlineData("in-progress", CallStatus.Answered)]
    [InlineData("completed", CallStatus.Completed)]
    [InlineData("busy", CallStatus.Busy)]
    [InlineData("failed", CallStatus.Failed)]
    [InlineData("no-answer", CallStatus.NoAnswer)]
    [InlineData("canceled", CallStatus.Canceled)]
    public void Read_EveryStatus_IsKnown(string word, CallStatus status) =>
        Read(CallLeg.Lead, ("CallStatus", word), ("CallSid", "CA1"), ("Timestamp", "Sun, 22 Nov 2026 08:59:58 +0000"))
            .ShouldBe(new CarrierReport(new LeadId("l1"), new AttemptId("a1"), CallLeg.Lead, status, Received.AddSeconds(-2), "CA1"));

    [Fact]
    public void Read_NoOrUnknownStatus_IsNothing()
    {
        Read(CallLeg.Lead, ("CallSid", "CA1")).ShouldBeNull();
        Read(CallLeg.Lead, ("CallStatus", "levitating"), ("AnsweredBy", "human")).ShouldBeNull();
        Read(CallLeg.Lead, ("CallStatus", "Ringing")).ShouldBeNull();
    }

    [Fact]
    public void Read_DialCallback_SpeaksOfTheLeadsLeg()
    {
        var fields = new[] { ("CallStatus", "in-progress"), ("CallSid", "CArep"), ("DialCallStatus", "no-answer"), ("DialCallSid", "CAlead") };

        var lead = Read(CallLeg.Lead, fields)!;
        var rep = Read(CallLeg.Rep, fields)!;

        (lead.Status, lead.CarrierCallId).ShouldBe((CallStatus.NoAnswer, "CAlead"));
        (rep.Status, rep.CarrierCallId).ShouldBe((CallStatus.Answered, "CArep"));
    }

    [Theory]
    [InlineData("machine_start", true)]
    [InlineData("machine_end_beep", true)]
    [InlineData("machine_end_silence", true)]
    [InlineData("fax", true)]
    [InlineData("human", false)]
    [InlineData("unknown", false)]
    public void Read_VerdictOfMachineDetection_IsAnAnswer(string answeredBy, bool machine)
    {
        var alone = Read(CallLeg.Lead, ("CallSid", "CA1"), ("AnsweredBy", answeredBy))!;
        var withStatus = Read(CallLeg.Lead, ("CallStatus", "completed"), ("AnsweredBy", answeredBy))!;

        (alone.Status, alone.AnsweredByMachine).ShouldBe((CallStatus.Answered, machine));
        (withStatus.Status, withStatus.AnsweredByMachine).ShouldBe((CallStatus.Completed, machine));
    }

    [Theory]
    [InlineData("Sun, 22 Nov 2026 09:00:00 +0000")]
    [InlineData("Sun, 22 Nov 2026 11:00:00 +0200")]
    [InlineData("Sun, 22 Nov 2026 09:00:00 GMT")]
    [InlineData("22 Nov 2026 04:00:00 -0500")]
    public void Instant_Rfc2822_IsRead(string text) => TwilioStatusCallback.Instant(text).ShouldBe(Received);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-22T09:00:00Z")]
    [InlineData("Mon, 22 Nov 2026 09:00:00 +0000")]
    public void Instant_Otherwise_IsUnknown_AndTheTimeOfReceiptStandsIn(string? text)
    {
        TwilioStatusCallback.Instant(text).ShouldBeNull();
        Read(CallLeg.Rep, ("CallStatus", "ringing"), ("Timestamp", text ?? ""))!.At.ShouldBe(Received);
    }

    [Theory]
    [InlineData("https://x.example", "/hooks/a?b=c", "", "https://x.example/hooks/a?b=c")]
    [InlineData("https://x.example/", "/hooks/a%20b", "", "https://x.example/hooks/a%20b")]
    [InlineData("https://x.example/lr", "/hooks/a", "", "https://x.example/lr/hooks/a")]
    [InlineData("https://x.example/lr", "/lr/hooks/a", "/lr", "https://x.example/lr/hooks/a")]
    [InlineData("https://x.example", "http://inner:5000/hooks/a", "", null)]
    public void OfRequest_IsWhatTwilioAskedFor(string publicBaseUrl, string target, string pathBase, string? url) =>
        TwilioCallbackUrl.OfRequest(publicBaseUrl, target, pathBase).ShouldBe(url);
}
