using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Intake;

/// <summary>Test leads come the whole way when they are to, and are counted nowhere.</summary>
[Collection(LifeOnOneServer.Name)]
public sealed class TestLeadTests(LifeServer server)
{
    [Fact]
    public async Task A_test_lead_is_recorded_closed_and_counted_nowhere()
    {
        await server.AddQueuesAsync(new { id = "tested" });
        var before = await server.BoardAsync(_ => true, "the board");

        var answer = await PostAsync("tested", RunningServer.NewPhone(), "true");

        answer.Warnings!.Single().Field.ShouldBe("test");
        var lead = await server.LeadAsync(answer.LeadId, lead => lead.State == "withdrawn", "the end of the test");
        (lead.IsTest, lead.Deadlines.Count).ShouldBe((true, 0));
        lead.Timeline.Select(entry => entry.Type).ShouldBe(["leadReceived", "leadClosed"]);
        // A lead of a customer after it is counted, and it is not.
        await server.PostLeadAsync("tested");
        var after = await server.BoardAsync(board => board.Queues.Single(queue => queue.Queue == "tested").Waiting == 1, "the customer's lead");
        (after.Totals.Received - before.Totals.Received, after.Totals.Withdrawn - before.Totals.Withdrawn).ShouldBe((1, 0));
        (await PrometheusPage.OfAsync(server.Admin))["leadrouter_leads_received_total", "queue=\"tested\""].ShouldBe(1);
    }

    [Fact]
    public async Task A_test_lead_that_is_to_be_routed_rings_and_is_no_post_of_the_customer_with_that_number()
    {
        await server.AddQueuesAsync(new { id = "tested-route", offerSeconds = 60 });
        var phone = RunningServer.NewPhone();
        var customer = await server.PostLeadAsync("tested-route", phone);
        await using var rep = await server.OpenRepAsync("tested-route", "tested-route");
        await rep.AcceptAsync(customer);
        await using var other = await server.OpenRepAsync("tested-route-2", "tested-route");

        var answer = await PostAsync("tested-route", phone, "route");

        answer.DuplicateOf.ShouldBeNull();
        (await other.OfferOfAsync(answer.LeadId)).Lead.IsTest.ShouldBeTrue();
        (await server.Admin.LeadAsync(customer)).RepeatCount.ShouldBe(0);
        (await PrometheusPage.OfAsync(server.Admin))["leadrouter_offers_total", "queue=\"tested-route\""].ShouldBe(1);
    }

    private Task<PostLeadResponse> PostAsync(string queue, string phone, string mark) => server.Admin.AcceptLeadAsync(
        server.Key, new PostLeadRequest { Name = "Test Lead", Phone = phone, Queue = queue, Attributes = new Dictionary<string, string> { ["test"] = mark } });
}
