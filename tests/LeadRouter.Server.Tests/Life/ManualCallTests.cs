using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Life;

/// <summary>Without a carrier the rep dials and says what happened; nothing but the click proves it, and the numbers say so.</summary>
public sealed class ManualCallTests(ManualServer server) : IClassFixture<ManualServer>
{
    [Fact]
    public async Task A_call_by_hand_gives_a_link_and_counts_as_unproven()
    {
        await using var rep = await server.OpenRepAsync("by-hand");
        rep.Desk.State!.Desk.Carrier.ShouldBe("none");
        server.Process.Output.ShouldContain("unproven");
        var phone = RunningServer.NewPhone();
        var leadId = await server.PostLeadAsync(phone: phone);
        await rep.AcceptAsync(leadId);

        var call = await rep.Desk.CallAsync(leadId);

        call.ShouldBeDone();
        call.TelLink.ShouldBe($"tel:{phone}");
        (await server.Admin.LeadAsync(leadId)).ShouldSatisfyAllConditions(lead => lead.FirstAttemptProven.ShouldBe(false), lead => lead.Attempts.Single().Proven.ShouldBeFalse(), lead => lead.FirstContactAt.ShouldBeNull());

        // A second click dials again and ends the first attempt.
        (await rep.Desk.CallAsync(leadId)).TelLink.ShouldBe($"tel:{phone}");
        (await rep.Desk.CompleteAsync(leadId, new CompleteRequest { Disposition = "won", Amount = new MoneyDto(50, "ILS") })).ShouldBeDone();

        var done = await server.Admin.LeadAsync(leadId);
        done.Attempts.Select(attempt => attempt.Status).ShouldBe(["unknown", "completed"]);
        done.FirstContactAt.ShouldNotBeNull();
        var board = await server.BoardAsync();
        board.Kpis.TimeToFirstAttempt.Unproven.ShouldBe(1);
        board.Kpis.TimeToFirstContact.Unproven.ShouldBe(1);
        board.Totals.CallsPlaced.ShouldBe(2);
        (await PrometheusPage.OfAsync(server.Admin))["leadrouter_time_to_first_attempt_seconds_count", "proof=\"manual\""].ShouldBe(1);
    }

    [Fact]
    public async Task A_lead_without_a_phone_cannot_be_dialled_but_can_be_worked()
    {
        await server.AddQueuesAsync(new { id = "letters" });
        await using var rep = await server.OpenRepAsync("letters", "letters");
        var lead = await server.Admin.AcceptLeadAsync(server.Key, new PostLeadRequest { Email = "dana@example.com", Queue = "letters" });
        await rep.AcceptAsync(lead.LeadId);

        (await rep.Desk.CallAsync(lead.LeadId)).ShouldBeRefused("no_phone");

        (await rep.Desk.CompleteAsync(lead.LeadId, new CompleteRequest { Disposition = "notInterested", Note = "Answered by e-mail" })).ShouldBeDone();
        (await rep.LeadInAsync(lead.LeadId, "lost")).Note.ShouldBe("Answered by e-mail");
    }

    [Fact]
    public async Task A_callback_comes_back_to_its_owner_at_its_time()
    {
        await server.AddQueuesAsync(new { id = "later", offerSeconds = 60 });
        await using var rep = await server.OpenRepAsync("later", "later");
        await using var other = await server.OpenRepAsync("later-other", "later");
        var leadId = await server.PostLeadAsync("later");
        var offered = await Task.WhenAny(rep.OfferOfAsync(leadId), other.OfferOfAsync(leadId));
        var (owner, _) = (await server.Admin.LeadAsync(leadId)).Offer!.RepId == rep.RepId ? (rep, other) : (other, rep);
        (await owner.Desk.AcceptAsync((await offered).OfferId)).ShouldBeDone();
        await owner.Desk.CallAsync(leadId);
        var at = DateTimeOffset.UtcNow.AddSeconds(2);

        (await owner.Desk.CompleteAsync(leadId, new CompleteRequest { Disposition = "callback", CallbackAt = at })).ShouldBeDone();

        var scheduled = await owner.LeadInAsync(leadId, "callback");
        scheduled.Deadlines.ShouldContain(deadline => deadline.Kind == "callback" && (deadline.At - at).Duration() < TimeSpan.FromMilliseconds(1));
        scheduled.Owner.ShouldBe(owner.RepId);
        var back = await owner.OfferOfAsync(leadId);
        back.Reason.ShouldBe("yours");
        (await server.Admin.LeadAsync(leadId)).Decisions[^1].Rule.ShouldBe("ownerFirst");
        DateTimeOffset.UtcNow.ShouldBeGreaterThanOrEqualTo(at);
    }
}
