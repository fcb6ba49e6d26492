using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Life;

/// <summary>What was promised to a person does not leave the screen of who promised it.</summary>
[Collection(LifeOnOneServer.Name)]
public sealed class CallbackTests(LifeServer server)
{
    [Fact]
    public async Task A_call_back_that_falls_due_while_its_rep_is_busy_stays_on_the_screen_and_rings_when_the_rep_is_free()
    {
        await server.AddQueuesAsync(new { id = "promised", offerSeconds = 60, ownerFirstSeconds = 600 });
        await using var rep = await server.OpenRepAsync("promised", "promised");
        var promised = await server.PostLeadAsync("promised");
        await rep.AcceptAsync(promised);
        (await rep.Desk.CompleteAsync(promised, new CompleteRequest { Disposition = "callback", CallbackAt = DateTimeOffset.UtcNow.AddSeconds(3) })).ShouldBeDone();
        var busy = await server.PostLeadAsync("promised");
        await rep.AcceptAsync(busy);

        var due = await rep.LeadInAsync(promised, "waiting", TimeSpan.FromSeconds(15));

        due.WaitsFor!.RepId.ShouldBe(rep.RepId);
        due.WaitsFor.Until.ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddMinutes(8));
        // A screen that opens now shows it too, and the rep may look at it.
        await using var second = await RepScreen.OpenAsync(server, rep.Rep, available: false);
        (await second.States.TakeAsync(_ => true, "what the new screen shows")).Leads.Select(lead => lead.LeadId).ShouldBe([busy, promised], ignoreOrder: true);
        (await rep.Desk.CompleteAsync(busy, new CompleteRequest { Disposition = "notInterested" })).ShouldBeDone();
        (await rep.OfferOfAsync(promised)).Reason.ShouldBe("yours");
    }
}
