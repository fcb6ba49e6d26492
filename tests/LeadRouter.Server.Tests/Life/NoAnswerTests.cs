using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Life;

/// <summary>Nobody answers: the lead is tried again by its plan, and ends when the plan does.</summary>
public sealed class NoAnswerTests(SilentServer server) : IClassFixture<SilentServer>
{
    [Fact]
    public async Task An_unanswered_lead_is_scheduled_again_with_its_owner_and_a_repeat_brings_it_back()
    {
        await server.AddQueuesAsync(new { id = "silent", offerSeconds = 60 });
        await using var rep = await server.OpenRepAsync("silent", "silent");
        var phone = RunningServer.NewPhone();
        var leadId = await server.PostLeadAsync("silent", phone);
        await rep.AcceptAsync(leadId);

        (await rep.Desk.CallAsync(leadId)).ShouldBeDone();

        var lead = await server.LeadAsync(leadId, lead => lead.Timeline.Any(entry => entry.Type == "retryScheduled"), "the next attempt");
        lead.ShouldSatisfyAllConditions(
            dto => dto.State.ShouldBe("attempting"), dto => dto.Owner.ShouldBe(rep.RepId), dto => dto.FirstAttemptProven.ShouldBe(true), dto => dto.FirstContactAt.ShouldBeNull(),
            dto => dto.Attempts.Single().Status.ShouldBe("noAnswer"));
        var next = lead.Deadlines.Single(deadline => deadline.Kind == "nextAttempt").At;
        (next - lead.Attempts.Single().EndedAt!.Value).TotalMinutes.ShouldBe(30, 0.1);
        await rep.States.TakeAsync(state => state is { ActiveLeads: 0, Leads.Count: 1 }, "the desk with a place free and the lead kept");
        (await PrometheusPage.OfAsync(server.Admin))["leadrouter_calls_total", "outcome=\"noAnswer\""].ShouldBeGreaterThanOrEqualTo(1);

        // And who asks again is hot again
        await server.PostLeadAsync("silent", phone);
        (await rep.OfferOfAsync(leadId)).Reason.ShouldBe("yours");
    }

    [Fact]
    public async Task A_scheduled_lead_can_be_called_at_once_and_the_plan_ends_as_not_reachable()
    {
        await server.AddQueuesAsync(new { id = "short-plan", cadence = new[] { new { afterMinutes = 30 } } });
        await using var rep = await server.OpenRepAsync("short-plan", "short-plan");
        var leadId = await server.PostLeadAsync("short-plan");
        await rep.AcceptAsync(leadId);
        (await rep.Desk.CallAsync(leadId)).ShouldBeDone();
        await server.LeadAsync(leadId, lead => lead.Timeline.Any(entry => entry.Type == "retryScheduled"), "the next attempt");

        (await rep.Desk.CallAsync(leadId)).ShouldBeDone();

        var over = await server.LeadAsync(leadId, lead => lead.State == "notReachable", "the end of the plan");
        over.Attempts.Count.ShouldBe(2);
        over.Deadlines.ShouldBeEmpty();
        await server.BoardAsync(board => board.Totals is { NotReachable: 1, CallsAnswered: 0 }, "the lead that was not reachable");
    }

    [Fact]
    public async Task A_call_in_progress_is_not_placed_twice()
    {
        await server.AddQueuesAsync(new { id = "double-click" });
        await using var rep = await server.OpenRepAsync("double-click", "double-click");
        var leadId = await server.PostLeadAsync("double-click");
        await rep.AcceptAsync(leadId);

        var clicks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => rep.Desk.CallAsync(leadId)));

        clicks.Count(click => click.Ok).ShouldBe(1);
        foreach (var click in clicks.Where(click => !click.Ok))
            click.ShouldBeRefused("call_in_progress");
        (await server.LeadAsync(leadId, lead => lead.Attempts is [{ EndedAt: not null }], "the end of the call")).Attempts.Count.ShouldBe(1);
    }
}
