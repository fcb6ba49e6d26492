using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using LeadRouter.Telephony.Twilio;
using LeadRouter.Turns.Ports;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

/// <summary>Twilio's own library agrees with our signatures and with our call document.</summary>
public sealed class TwilioPeerTests
{
    private const string Token = TwilioHarness.Token;

    [TwilioPeerFact]
    public async Task TwiliosLibrary_AgreesWithOurSignaturesAndOurDocument()
    {
        (string Url, KeyValuePair<string, string>[] Form)[] requests =
        [
            ("https://mycompany.com/myapp.php?foo=1&bar=2", [new("CallSid", "CA1"), new("From", "+12349013030")]),
            ("https://leads.example.com:8443/lr/hooks/twilio/voice/l%261/a1/lead?x=a%20b&y=c+d", [new("b", "2"), new("B", "1"), new("a_b", ""), new("aB", "é שלום 🙂")]),
            ("http://leads.example.com/hooks", []),
            ("https://[::1]:5001/hooks?q=:", [new("To", "+1"), new("To", "+1"), new("To", "+0")]),
        ];
        const string body = """{"CallStatus":"busy","name":"שלום"}""";
        var bodyUrl = $"https://leads.example.com/hooks?bodySHA256={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
        var options = new TwilioOptions { From = "+12025550100", PublicBaseUrl = "https://leads.example.com", MachineDetection = TwilioMachineDetection.Enable };
        var order = TwilioHarness.Order();
        var callback = TwilioCallbackUrl.For(options.PublicBaseUrl, order.Lead, order.Attempt, CallLeg.Lead);

        var answer = await TwilioPeer.AskAsync(new
        {
            requests = requests.Select(request => new
            {
                token = Token,
                url = request.Url,
                signature = TwilioSignature.Compute(Token, request.Url, request.Form),
                form = request.Form.GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Count() == 1 ? (object)group.First().Value : group.Select(pair => pair.Value)),
            }),
            bodies = new[] { body, body + " " }.Select(text => new { token = Token, url = bodyUrl, signature = TwilioSignature.Compute(Token, bodyUrl, []), body = text }),
            dial = new { answerOnBridge = true, timeout = order.RingSeconds, callerId = options.From },
            number = new
            {
                statusCallback = callback,
                statusCallbackMethod = "POST",
                statusCallbackEvent = new[] { "initiated", "ringing", "answered", "completed" },
                machineDetection = "Enable",
                amdStatusCallback = callback,
                amdStatusCallbackMethod = "POST",
            },
            phone = order.LeadPhone.Value,
        });

        answer.GetProperty("requests").EnumerateArray().Select(valid => valid.GetBoolean()).ShouldBe([true, true, true, true]);
        answer.GetProperty("bodies").EnumerateArray().Select(valid => valid.GetBoolean()).ShouldBe([true, false]);
        foreach (var (request, signature) in requests.Zip(answer.GetProperty("signatures").EnumerateArray()))
            TwilioSignature.Verify(Token, signature.GetString(), request.Url, request.Form).ShouldBeTrue(request.Url);
        Plain(TwilioCallForm.Twiml(order, options)).ShouldBe(Plain(answer.GetProperty("twiml").GetString()!));
    }

    // The order of attributes means nothing.
    private static string Plain(string xml) => Plain(XElement.Parse(xml)).ToString();

    private static XElement Plain(XElement element) => new(
        element.Name, element.Attributes().OrderBy(attribute => attribute.Name.LocalName), element.Nodes().Select(node => node is XElement child ? Plain(child) : node));
}
