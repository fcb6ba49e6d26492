using System.Net.Http.Json;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Life;

/// <summary>Leads that come twice, are moved, or are taken out.</summary>
[Collection(LifeOnOneServer.Name)]
public sealed class MoveTests(LifeServer server)
{
    private string Admin => server.Admin.Http.DefaultRequestHeaders.Authorization!.Parameter!;

    [Fact]
    public async Task Who_posts_again_while_open_is_the_same_lead_with_more_priority()
    {
        await server.AddQueuesAsync(new { id = "repeat", repeatPriority = 70, offerSeconds = 60 });
        var phone = RunningServer.NewPhone();
        var first = await server.Admin.AcceptLeadAsync(server.Key, new PostLeadRequest { Name = "Dana", Phone = phone, Queue = "repeat", Score = 20 });
        await server.LeadAsync(first.LeadId, lead => lead.State == "waiting", "its place in the queue");
        var before = await server.LeadCountAsync();

        // The same phone as it is written at home.
        var again = await server.Admin.AcceptLeadAsync(server.Key, new PostLeadRequest { Name = "Dana L.", Phone = "0" + phone[4..], Queue = "repeat", Message = "Still waiting" });

        again.LeadId.ShouldBe(first.LeadId);
        again.DuplicateOf.ShouldBe(first.LeadId);
        var lead = await server.LeadAsync(first.LeadId, lead => lead.RepeatCount == 1, "the repeat");
        lead.Priority.ShouldBe(20 + 70);
        lead.Timeline[^1].Type.ShouldBe("leadRepeated");
        (await server.LeadCountAsync()).ShouldBe(before);

        // And who is closed and posts again is new.
        (await PostAsync(first.LeadId, "withdraw", new WithdrawRequest("test"))).Status.ShouldBe(200);
        await Eventually.SeesAsync(() => server.Admin.AcceptLeadAsync(server.Key, new PostLeadRequest { Phone = phone, Queue = "repeat" }), answer => answer.DuplicateOf is null && answer.LeadId != first.LeadId, "a new lead");
    }

    [Fact]
    public async Task A_lead_is_moved_to_a_rep_and_to_a_queue()
    {
        await server.AddQueuesAsync(new { id = "move-a", offerSeconds = 60 }, new { id = "move-b", offerSeconds = 60 });
        await using var first = await server.OpenRepAsync("move-1", "move-a");
        var leadId = await server.PostLeadAsync("move-a");
        var offer = await first.OfferOfAsync(leadId);
        await using var second = await server.OpenRepAsync("move-2", "move-a");
        await using var third = await server.OpenRepAsync("move-3", "move-b");

        // To a rep: it stops ringing at the one and rings at the other
        (await PostAsync(leadId, "reassign", new ReassignRequest(second.RepId, null))).Status.ShouldBe(200);
        (await first.Ended.TakeAsync(ended => ended.OfferId == offer.OfferId, "the end of the offer")).Why.ShouldBe("withdrawn");
        await second.AcceptAsync(leadId);
        (await server.Admin.LeadAsync(leadId)).Decisions[^1].Rule.ShouldBe("supervisorChoice");

        // To a queue: it leaves its owner
        (await PostAsync(leadId, "reassign", new ReassignRequest(null, "move-b"))).Read<LeadDto>().Queue.ShouldBe("move-b");
        await third.AcceptAsync(leadId);
        await second.States.TakeAsync(state => state is { Leads.Count: 0, ActiveLeads: 0, Offers.Count: 0 }, "the desk without the lead");
        (await second.Desk.CallAsync(leadId)).ShouldBeRefused("not_owner");
        (await server.Admin.LeadAsync(leadId)).Timeline.Count(entry => entry.Type == "leadReassigned").ShouldBe(2);
    }

    [Fact]
    public async Task A_move_that_cannot_be_is_refused_and_changes_nothing()
    {
        await server.AddQueuesAsync(new { id = "no-move", sla = new { firstAttemptSeconds = 3600 } });
        var leadId = await server.PostLeadAsync("no-move");
        var before = (await server.LeadAsync(leadId, lead => lead.State == "waiting", "its place in the queue")).Timeline.Count;

        (await PostAsync(leadId, "reassign", new ReassignRequest(null, null))).ShouldBeProblem(400, "validation_failed");
        (await PostAsync(leadId, "reassign", new ReassignRequest("rep", "sales"))).ShouldBeProblem(400, "validation_failed");
        (await PostAsync(leadId, "reassign", new ReassignRequest("no-such-rep", null))).ShouldBeProblem(400, "validation_failed");
        var elsewhere = await server.AddRepAsync("works-elsewhere", "sales");
        (await PostAsync(leadId, "reassign", new ReassignRequest(elsewhere.RepId, null))).ShouldBeProblem(409, "rep_not_in_queue")["values"]!.ToJsonString().ShouldBe("""{"queue":"no-move"}""");
        (await PostAsync(leadId, "reassign", new ReassignRequest(null, "no-such-queue"))).ShouldBeProblem(409, "unknown_queue")["values"]!.ToJsonString().ShouldBe("""{"queue":"no-such-queue"}""");
        (await PostAsync(leadId, "withdraw", new WithdrawRequest(" "))).ShouldBeProblem(400, "validation_failed");
        (await PostAsync(leadId, "withdraw", new WithdrawRequest(new string('x', 501)))).ShouldBeProblem(400, "validation_failed");
        (await server.Anybody.SendAsync(HttpMethod.Post, $"/api/v1/leads/{leadId}/withdraw", Admin, new StringContent("null", System.Text.Encoding.UTF8, "application/json"))).ShouldBeProblem(400, "bad_request");

        (await server.Admin.LeadAsync(leadId)).Timeline.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_withdrawn_lead_is_over_for_whom_it_rang()
    {
        await server.AddQueuesAsync(new { id = "withdraw", offerSeconds = 60 });
        await using var rep = await server.OpenRepAsync("withdraw", "withdraw");
        var leadId = await server.PostLeadAsync("withdraw");
        var offer = await rep.OfferOfAsync(leadId);

        (await PostAsync(leadId, "withdraw", new WithdrawRequest("Asked not to be called"))).Read<LeadDto>().State.ShouldBe("withdrawn");

        (await rep.Ended.TakeAsync(ended => ended.OfferId == offer.OfferId, "the end of the offer")).Why.ShouldBe("withdrawn");
        (await rep.Desk.AcceptAsync(offer.OfferId)).ShouldBeRefused("offer_gone");
        var lead = await server.Admin.LeadAsync(leadId);
        lead.Deadlines.ShouldBeEmpty();
        lead.Timeline[^1].Data.GetProperty("reason").GetString().ShouldBe("Asked not to be called");
        (await PostAsync(leadId, "withdraw", new WithdrawRequest("again"))).ShouldBeProblem(409, "lead_closed");

        // And the rep is free for the next one.
        var next = await server.PostLeadAsync("withdraw");
        await rep.AcceptAsync(next);
    }

    private Task<Answer> PostAsync(string leadId, string what, object body) =>
        server.Anybody.SendAsync(HttpMethod.Post, $"/api/v1/leads/{leadId}/{what}", Admin, JsonContent.Create(body, options: Api.Json));
}
