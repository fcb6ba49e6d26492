using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Life;

/// <summary>What happens by itself because nobody did anything.</summary>
[Collection(LifeOnOneServer.Name)]
public sealed class ClockTests(LifeServer server)
{
    [Fact]
    public async Task A_promise_that_is_not_kept_warns_once_and_is_broken_once()
    {
        await server.AddQueuesAsync(new { id = "late", sla = new { firstAttemptSeconds = 5, warnAtPercent = 40, clock = "raw" } });
        var leadId = await server.PostLeadAsync("late");

        var warned = await server.LeadAsync(leadId, lead => lead.Timeline.Any(entry => entry.Type == "slaWarned"), "the warning");
        warned.Deadlines.ShouldContain(deadline => deadline.Kind == "slaBreach");
        var breached = await server.LeadAsync(leadId, lead => lead.Timeline.Any(entry => entry.Type == "slaBreached"), "the breach");

        breached.Timeline.Select(entry => entry.Type).ShouldBe(["leadReceived", "leadQueued", "slaWarned", "slaBreached"]);
        (breached.Timeline[2].At - breached.ReceivedAt).TotalSeconds.ShouldBe(2, 1);
        (breached.Timeline[3].At - breached.ReceivedAt).TotalSeconds.ShouldBe(5, 1);
        breached.Deadlines.ShouldBeEmpty();
        // The breach takes the place of its warning.
        var board = await server.BoardAsync(board => board.Alerts.Any(alert => alert.LeadId == leadId && alert.Kind == "slaBreached"), "the alert");
        board.Alerts.Where(alert => alert.LeadId == leadId).Select(alert => (alert.Kind, alert.Severity, alert.Queue)).ShouldBe([("slaBreached", "critical", "late")]);
        board.Queues.Single(queue => queue.Queue == "late").Sla.ShouldBe(new SlaDto(0, 1, 0));
        var metrics = await PrometheusPage.OfAsync(server.Admin);
        metrics["leadrouter_sla_warnings_total", "queue=\"late\""].ShouldBe(1);
        metrics["leadrouter_sla_breached_total", "queue=\"late\""].ShouldBe(1);
        metrics["leadrouter_longest_wait_seconds", "queue=\"late\""].ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task An_owner_who_does_not_call_is_reminded_may_snooze_and_loses_the_lead_in_the_end()
    {
        // Given a rep with two leads that are not called
        await server.AddQueuesAsync(new { id = "slow", attemptBySeconds = 10, dispositionBySeconds = 10, reminders = 1, offerSeconds = 60, offerAgainSeconds = 3600 });
        await using var rep = await server.OpenRepAsync("slow", "slow");
        await using var other = await server.OpenRepAsync("slow-too", "slow");
        var kept = await server.PostLeadAsync("slow");
        var first = await Task.WhenAny(rep.OfferOfAsync(kept), other.OfferOfAsync(kept));
        var (snoozer, loser) = (await server.Admin.LeadAsync(kept)).Offer!.RepId == rep.RepId ? (rep, other) : (other, rep);
        (await snoozer.Desk.AcceptAsync((await first).OfferId)).ShouldBeDone();
        var lost = await server.PostLeadAsync("slow");
        await loser.AcceptAsync(lost);

        // When the time to call has passed
        var reminder = await snoozer.Reminders.TakeAsync(reminder => reminder.LeadId == kept, "the reminder");
        (reminder.Kind, reminder.MayPutOff).ShouldBe(("attemptBy", false));
        (await snoozer.Desk.SnoozeAsync(reminder.ReminderId, 5)).ShouldBeRefused("first_call_due");
        (await snoozer.Desk.CallAsync(kept)).ShouldBeDone();
        var result = await snoozer.Reminders.TakeAsync(reminder => reminder is { LeadId: var lead, Kind: "dispositionBy" } && lead == kept, "the reminder to say what came of it");
        result.MayPutOff.ShouldBeTrue();
        (await snoozer.Desk.SnoozeAsync(result.ReminderId, 0)).ShouldBeRefused("bad_minutes");
        (await snoozer.Desk.SnoozeAsync(reminder.ReminderId, 5)).ShouldBeRefused("no_reminder");
        (await snoozer.Desk.SnoozeAsync(result.ReminderId, 5)).ShouldBeDone();
        (await snoozer.Desk.SnoozeAsync(result.ReminderId, 5)).ShouldBeRefused("no_reminder");
        await snoozer.States.TakeAsync(state => state.Leads.Any(lead => lead.LeadId == kept) && state.Reminders.Count == 0, "a desk without the reminder");
        await loser.Reminders.TakeAsync(reminder => reminder.LeadId == lost, "the reminder");

        // Then who put it off has time, and who did nothing loses the lead
        (await server.Admin.LeadAsync(kept)).Deadlines.ShouldContain(deadline => deadline.Kind == "dispositionBy" && deadline.At > DateTimeOffset.UtcNow.AddMinutes(4));
        var taken = await server.LeadAsync(lost, lead => lead.Timeline.Any(entry => entry.Type == "leadTakenBack"), "the loss");
        taken.Timeline.Count(entry => entry.Type == "reminderSent").ShouldBe(1);
        (await server.Admin.LeadAsync(kept)).Owner.ShouldBe(snoozer.RepId);
        await server.BoardAsync(board => board.Alerts.Any(alert => alert.Kind == "leadTakenBack" && alert.LeadId == lost), "the lead that was taken back");
    }
}
