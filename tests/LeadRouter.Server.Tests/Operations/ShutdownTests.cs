using System.Collections.Concurrent;
using System.Net;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>Ctrl-C in the middle of a burst: what was answered 202 is there at the next start.</summary>
public sealed class ShutdownTests
{
    private const int Senders = 8;

    [Fact]
    public async Task A_clean_shutdown_loses_nothing_that_was_accepted()
    {
        await using var server = await ServerProcess.StartAsync();
        using var api = new Api(server.Address);
        var accepted = new ConcurrentDictionary<string, byte>();
        var refused = new ConcurrentBag<HttpStatusCode>();
        var flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        async Task SendUntilItEndsAsync()
        {
            try
            {
                while (true)
                {
                    using var answer = await api.PostLeadAsync(server.IntakeKey, new PostLeadRequest { Phone = RunningServer.NewPhone() });
                    if (answer.StatusCode == HttpStatusCode.Accepted)
                        accepted.TryAdd((await Read(answer)).LeadId, 0).ShouldBeTrue();
                    else
                        refused.Add(answer.StatusCode);
                    if (accepted.Count > 100)
                        flowing.TrySetResult();
                }
            }
            catch (HttpRequestException)
            {
                // The server has stopped listening.
            }
        }

        // Given a burst, when the server is told to stop in the middle of it
        var senders = Enumerable.Range(0, Senders).Select(_ => SendUntilItEndsAsync()).ToList();
        await flowing.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var code = await server.StopAsync();
        await Task.WhenAll(senders);

        // Then it ends well, and every lead that was accepted exists
        code.ShouldBe(0, server.Output);
        server.Output.ShouldContain("everything that was accepted is durable");
        server.Output.ShouldNotContain("fail:", Case.Sensitive);
        refused.Where(status => status != HttpStatusCode.ServiceUnavailable).ShouldBeEmpty();
        await server.StartAgainAsync();
        using var admin = await CallCentre.AdminAsync(server);
        foreach (var leadId in accepted.Keys)
            await Eventually.SeesAsync(() => admin.GetAsync($"/api/v1/leads/{leadId}", admin.Http.DefaultRequestHeaders.Authorization!.Parameter), answer => answer.Status == 200, $"the accepted lead {leadId}");
        (await admin.GetAsync<BoardDto>("/api/v1/board")).Totals.Received.ShouldBeGreaterThanOrEqualTo(accepted.Count);
    }

    [Fact]
    public async Task What_was_open_at_the_stop_is_open_at_the_next_start()
    {
        await using var server = await ServerProcess.StartAsync();
        using var admin = await CallCentre.AdminAsync(server);
        var rep = (await CallCentre.AddRepsAsync(admin, 1)).Single();
        var offers = new Inbox<OfferDto>("OfferMade");
        await using (var desk = await RepClient.ConnectAsync(server.Address, rep.Token, desk => desk.OfferMade += offers.Add))
        {
            (await desk.SetPresenceAsync("available")).ShouldBeDone();
            var owned = (await admin.AcceptLeadAsync(server.IntakeKey, new PostLeadRequest { Phone = RunningServer.NewPhone() })).LeadId;
            (await desk.AcceptAsync((await offers.TakeAsync(offer => offer.Lead.LeadId == owned, "the offer")).OfferId)).ShouldBeDone();
            var before = await CaughtUp.BoardAsync(admin);

            // When the server is stopped while the desk is open, and started again
            (await server.StopAsync()).ShouldBe(0, server.Output);
            await server.StartAgainAsync();

            // Then sessions, numbers and ownership are as they were
            await using var back = await RepClient.ConnectAsync(server.Address, rep.Token);
            back.State!.Leads.Single().LeadId.ShouldBe(owned);
            back.State.Presence.ShouldBe("available");
            (await admin.GetAsync<BoardDto>("/api/v1/board")).Totals.ShouldBe(before.Totals);
            (await back.CompleteAsync(owned, new CompleteRequest { Disposition = "notInterested" })).ShouldBeDone();
        }
    }

    private static async Task<PostLeadResponse> Read(HttpResponseMessage answer) =>
        System.Text.Json.JsonSerializer.Deserialize<PostLeadResponse>(await answer.Content.ReadAsStringAsync(), Api.Json)!;
}
