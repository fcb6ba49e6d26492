using System.Xml.Linq;
using LeadRouter.Domain;
using LeadRouter.Telephony.Twilio;
using LeadRouter.Turns.Ports;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

public sealed class TwilioCallFormTests
{
    private static readonly CallOrder Order = new(new LeadId("l&<1"), new AttemptId("a/1"), new RepId("r1"), new("+12025550111"), new("+12025550123"), 30);

    private static TwilioOptions Options(TwilioMachineDetection detection = TwilioMachineDetection.Off) => new()
    {
        AccountSid = "AC1",
        AuthToken = "t",
        From = "+12025550100",
        PublicBaseUrl = "https://leads.example.com/lr/",
        MachineDetection = detection,
    };

    [Fact]
    public void Twiml_DialsTheLeadWithCallbacks()
    {
        var dial = XElement.Parse(TwilioCallForm.Twiml(Order, Options())).Elements().ShouldHaveSingleItem();
        var number = dial.Elements().ShouldHaveSingleItem();

        dial.Name.LocalName.ShouldBe("Dial");
        dial.Attributes().Select(attribute => $"{attribute.Name}={attribute.Value}").ShouldBe(["answerOnBridge=true", "timeout=30", "callerId=+12025550100"]);
        number.Name.LocalName.ShouldBe("Number");
        number.Value.ShouldBe("+12025550123");
        number.Attributes().Select(attribute => $"{attribute.Name}={attribute.Value}").ShouldBe(
        [
            "statusCallback=https://leads.example.com/lr/hooks/twilio/voice/l%26%3C1/a%2F1/lead#rc=5&rp=5xx,ct,rt",
            "statusCallbackMethod=POST",
            "statusCallbackEvent=initiated ringing answered completed",
        ]);
    }

    [Fact]
    public void Twiml_MachineDetection_HasItsOwnCallback()
    {
        var number = XElement.Parse(TwilioCallForm.Twiml(Order, Options(TwilioMachineDetection.DetectMessageEnd))).Descendants("Number").Single();

        number.Attribute("machineDetection")!.Value.ShouldBe("DetectMessageEnd");
        number.Attribute("amdStatusCallback")!.Value.ShouldBe(number.Attribute("statusCallback")!.Value);
    }

    [Theory]
    [InlineData(1, "5")]
    [InlineData(9999, "600")]
    public void Twiml_RingOutsideOfTwiliosLimits_IsCut(int ring, string timeout) =>
        XElement.Parse(TwilioCallForm.Twiml(Order with { RingSeconds = ring }, Options())).Element("Dial")!.Attribute("timeout")!.Value.ShouldBe(timeout);

    [Fact]
    public void Problems_NothingSet_NamesEveryMissingSetting() =>
        new TwilioOptions().Problems().ShouldBe(
        [
            "Telephony:Twilio:AccountSid is missing.", "Telephony:Twilio:AuthToken is missing.", "Telephony:Twilio:From is missing.", "Telephony:Twilio:PublicBaseUrl is missing.",
        ]);

    [Fact]
    public void Problems_EverythingWrong_NamesItAndKeepsTheSecret()
    {
        var problems = new TwilioOptions
        {
            AccountSid = "../x",
            AuthToken = "hush",
            From = "0541234567",
            PublicBaseUrl = "leads.example.com",
            BaseUrl = "https://x/?y",
            CallsPerSecond = 0,
            MaxQueuedCalls = -1,
            MaxSends = 0,
            RequestTimeoutSeconds = double.NaN,
            RepRingSeconds = 601,
        }.Problems().ToList();

        problems.Count.ShouldBe(9);
        problems.ShouldAllBe(problem => problem.StartsWith("Telephony:Twilio:", StringComparison.Ordinal) && !problem.Contains("hush"));
        Options().Problems().ShouldBeEmpty();
    }
}
