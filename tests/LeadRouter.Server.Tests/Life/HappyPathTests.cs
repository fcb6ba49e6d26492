using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Life;

/// <summary>A lead from the post to the deal, and every number about it.</summary>
public sealed class HappyPathTests(AnsweringServer server) : IClassFixture<AnsweringServer>
{
    [Fact]
    public async Task A_posted_lead_rings_is_called_is_won_and_every_number_is_that_of_its_timeline()
    {
        // Given a rep who is available and a wallboard
        await using var rep = await server.OpenRepAsync("dana");
        await using var wall = await BoardClient.ConnectAsync(server.Address, await server.AddSupervisorAsync("sami"));

        // When a lead is posted
        var leadId = await server.PostLeadAsync();

        // Then it rings, and goes the whole way
        var offer = await rep.OfferOfAsync(leadId);
        offer.Lead.Name.ShouldBe("Dana Levi");
        offer.ExpiresAt.ShouldBeGreaterThan(DateTimeOffset.UtcNow);
        (await rep.Desk.AcceptAsync(offer.OfferId)).ShouldBeDone();
        (await rep.LeadInAsync(leadId, "owned")).Owner.ShouldBe(rep.RepId);
        var call = await rep.Desk.CallAsync(leadId);
        call.ShouldBeDone();
        call.TelLink.ShouldBeNull();
        await rep.LeadInAsync(leadId, "reached");
        await server.LeadAsync(leadId, lead => lead.Attempts is [{ Status: "completed" }], "the end of the call");
        (await rep.Desk.CompleteAsync(leadId, new CompleteRequest { Disposition = "won", Amount = new MoneyDto(1200, "ILS"), Note = "Will pay today" })).ShouldBeDone();
        (await rep.LeadInAsync(leadId, "won")).Amount.ShouldBe(new MoneyDto(1200, "ILS"));

        // And the timeline tells all of it, in order
        var lead = await server.Admin.LeadAsync(leadId);
        lead.Timeline.Select(entry => entry.Type).ShouldBe(["leadReceived", "leadQueued", "leadOffered", "offerAccepted", "callRequested", "callOrdered", "attemptStarted", "attemptRang", "contactMade", "attemptEnded", "dispositionSet", "leadClosed"]);
        lead.Timeline.Select(entry => entry.Seq).ShouldBe(Enumerable.Range(1, 12).Select(i => (long)i));
        double Seconds(string type) => (At(lead, type) - At(lead, "leadReceived")).TotalSeconds;
        lead.Decisions.Single().RepId.ShouldBe(rep.RepId);
        lead.FirstAttemptProven.ShouldBe(true);
        lead.Disposition.ShouldBe("won");
        lead.FirstAttemptAt.ShouldBe(At(lead, "attemptStarted"));
        lead.FirstContactAt.ShouldBe(At(lead, "contactMade"));

        // And the wallboard shows the same, on the hub and by REST
        await Eventually.SeesAsync(() => Task.FromResult(wall.Board), board => board?.Totals.Won == 1, "the deal on the wallboard");
        foreach (var board in new[] { wall.Board!, await server.BoardAsync() })
        {
            board.Totals.ShouldSatisfyAllConditions(
                totals => totals.Received.ShouldBe(1), totals => totals.OffersMade.ShouldBe(1), totals => totals.Assigned.ShouldBe(1),
                totals => totals.CallsPlaced.ShouldBe(1), totals => totals.CallsAnswered.ShouldBe(1), totals => totals.AnswerRate.ShouldBe(1),
                totals => totals.Attempted.ShouldBe(1), totals => totals.Reached.ShouldBe(1), totals => totals.Won.ShouldBe(1), totals => totals.Waiting.ShouldBe(0),
                totals => totals.ActiveReps.ShouldBe(1), totals => totals.Revenue.ShouldBe(new MoneyDto(1200, "ILS")), totals => totals.RevenuePerRep.ShouldBe(new MoneyDto(1200, "ILS")));
            board.Kpis.LeadToDeal.ShouldBe(new ConversionDto(1, 1, 1));
            board.Kpis.Sla.ShouldBe(new SlaDto(1, 1, 1));
            ShouldBeThe(board.Kpis.TimeToOffer, Seconds("leadOffered"));
            ShouldBeThe(board.Kpis.TimeToAssignment, Seconds("offerAccepted"));
            ShouldBeThe(board.Kpis.TimeToFirstAttempt, Seconds("attemptStarted"));
            ShouldBeThe(board.Kpis.TimeToFirstContact, Seconds("contactMade"));
            board.Leaders.Single().ShouldBe(new BoardLeaderDto(rep.RepId, "Rep dana", 1, new MoneyDto(1200, "ILS"), 1));
            board.Reps.Single().Today.ShouldBe(new RepTodayDto(1, 0, 1, 1, 1, new MoneyDto(1200, "ILS")));
        }

        // And so do the metrics
        var metrics = await PrometheusPage.OfAsync(server.Admin);
        foreach (var (name, type) in new[] { ("time_to_offer", "leadOffered"), ("time_to_assignment", "offerAccepted"), ("time_to_first_attempt", "attemptStarted"), ("time_to_first_contact", "contactMade") })
        {
            metrics[$"leadrouter_{name}_seconds_count", "queue=\"sales\""].ShouldBe(1, name);
            metrics[$"leadrouter_{name}_seconds_sum", "queue=\"sales\""].ShouldBe(Seconds(type), 0.001, name);
        }

        metrics["leadrouter_leads_received_total"].ShouldBe(1);
        metrics["leadrouter_deals_total"].ShouldBe(1);
        metrics["leadrouter_deal_amount_total", "currency=\"ILS\""].ShouldBe(1200);
        metrics["leadrouter_calls_answered_total"].ShouldBe(1);
        metrics["leadrouter_calls_total", "outcome=\"completed\""].ShouldBe(1);
        metrics["leadrouter_sla_met_total"].ShouldBe(1);
        metrics["leadrouter_leads_waiting"].ShouldBe(0);
    }

    private static DateTimeOffset At(LeadDetailDto lead, string type) => lead.Timeline.Single(entry => entry.Type == type).At;

    private static void ShouldBeThe(DistributionDto distribution, double seconds)
    {
        distribution.ShouldSatisfyAllConditions(d => d.Count.ShouldBe(1), d => d.Censored.ShouldBe(0), d => d.Unproven.ShouldBe(0));
        distribution.P50Seconds!.Value.ShouldBe(seconds, 0.001);
        distribution.MaxSeconds!.Value.ShouldBe(seconds, 0.001);
    }
}
