using System.Net;
using System.Net.Sockets;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>A server that had a carrier dies with calls on their way to it, and is started without one.</summary>
public sealed class CarrierChangeTests
{
    [Fact]
    public async Task Calls_for_a_carrier_that_is_gone_end_with_a_reason_and_nothing_is_counted_as_on_its_way()
    {
        // Given a carrier that takes the connection and never answers, and two calls of which it gets one at a time
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var twilio = new TwilioServer($"http://127.0.0.1:{((IPEndPoint)mute.LocalEndpoint).Port}");
        await twilio.InitializeAsync();
        try
        {
            var leads = new List<string>();
            foreach (var user in new[] { "first", "second" })
            {
                await twilio.AddQueuesAsync(new { id = user });
                await using var rep = await twilio.OpenRepAsync(user, user);
                leads.Add(await twilio.PostLeadAsync(user));
                await rep.AcceptAsync(leads[^1]);
                (await rep.Desk.CallAsync(leads[^1])).ShouldBeDone();
                await Eventually.SeesAsync(() => twilio.Admin.LeadAsync(leads[0]), lead => lead.Timeline.Any(entry => entry.Type == "callOrdered"), "the order of the first call");
            }

            (await PrometheusPage.OfAsync(twilio.Admin))["leadrouter_outbox_pending"].ShouldBe(2);
            await twilio.Process.KillAsync();

            // When the next server has no carrier
            await using var manual = await ServerProcess.StartAsync(data: twilio.Process.DataFolder);
            using var admin = await CallCentre.AdminAsync(manual);

            // Then the call that was not placed says so, the other may have been placed, and neither is on its way
            var ended = await Eventually.SeesAsync(() => admin.LeadAsync(leads[1]), lead => lead.State == "owned", "the end of the call that was not placed");
            ended.Timeline.ShouldContain(entry => entry.Type == "attemptEnded" && entry.Data.GetRawText().Contains("no carrier", StringComparison.Ordinal));
            (await admin.LeadAsync(leads[0])).State.ShouldBe("attempting");
            await Eventually.SeesAsync(() => PrometheusPage.OfAsync(admin), page => page["leadrouter_outbox_pending"] == 0, "an outbox with nothing on its way");
        }
        finally
        {
            await twilio.DisposeAsync();
        }
    }

    private sealed class TwilioServer(string carrier) : RunningServer(
        "--Telephony:Carrier", "twilio", "--Telephony:Twilio:BaseUrl", carrier, "--Telephony:Twilio:AccountSid", "AC1", "--Telephony:Twilio:AuthToken", "token",
        "--Telephony:Twilio:From", "+97239999999", "--Telephony:Twilio:PublicBaseUrl", "https://calls.example.com", "--Telephony:Twilio:RequestTimeoutSeconds", "120", "--Engine:MaxEffects", "1");
}
