using LeadRouter.Domain.Boards;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Domain.Sla;

namespace LeadRouter.Domain.Tests.Boards;

public sealed class DayBoardsTests
{
    private static readonly DateTimeOffset Midnight = Given.At("2026-03-03T00:00:00+02:00");

    [Fact]
    public void A_clock_that_is_put_back_over_midnight_finds_the_day_as_it_was_left()
    {
        var boards = new DayBoards(Given.Calendar);
        Receive(boards, "before", Midnight.AddMinutes(-2));
        boards.Today(Midnight.AddMinutes(1)).Received.ShouldBe(0);
        Receive(boards, "after", Midnight.AddMinutes(1));

        boards.Today(Midnight.AddMinutes(-1)).Received.ShouldBe(1);
        Receive(boards, "again-before", Midnight.AddSeconds(-30));

        boards.Today(Midnight.AddMinutes(-1)).Received.ShouldBe(2);
        boards.Today(Midnight.AddMinutes(2)).Received.ShouldBe(1);
    }

    [Fact]
    public void A_clock_that_was_days_ahead_for_a_moment_does_not_cost_the_day()
    {
        var boards = new DayBoards(Given.Calendar);
        Receive(boards, "today", Midnight.AddHours(8));
        boards.Today(Midnight.AddDays(30));
        boards.Today(Midnight.AddHours(9)).Received.ShouldBe(1);
    }

    [Fact]
    public void A_replay_reaches_back_to_a_day_that_a_clock_put_back_may_show()
    {
        var boards = new DayBoards(Given.Calendar);
        boards.ReplayFrom(Midnight.AddMinutes(14)).ShouldBe(Midnight.AddDays(-1));
        boards.ReplayFrom(Midnight.AddMinutes(16)).ShouldBe(Midnight);
    }

    [Fact]
    public void The_newest_alerts_are_kept_newest_first()
    {
        var boards = new DayBoards(Given.Calendar);
        for (var i = 0; i < DayBoard.MaxAlerts + 2; i++)
            boards.Apply(new LeadId($"lead-{i}"), new SlaWarned("sales", Midnight.AddHours(2)) { At = Midnight.AddMinutes(i) });
        var alerts = boards.Today(Midnight).Alerts.Select(alert => alert.At).ToList();
        alerts.Count.ShouldBe(DayBoard.MaxAlerts);
        alerts[0].ShouldBe(Midnight.AddMinutes(DayBoard.MaxAlerts + 1));
        alerts[^1].ShouldBe(Midnight.AddMinutes(2));
    }

    [Fact]
    public void An_alert_is_gone_when_what_it_tells_of_is_solved()
    {
        var (boards, lead, rep, now) = (new DayBoards(Given.Calendar), new LeadId("lead"), Given.Dana, Midnight.AddHours(9));
        Receive(boards, lead.Value, now);
        Kinds(new SlaWarned("sales", now) { At = now }).ShouldBe(["slaWarning"]);
        Kinds(new SlaBreached("sales", now) { At = now }).ShouldBe(["slaBreached"]);
        Kinds(new LeadTakenBack(rep, DeadlineKind.AttemptBy) { At = now }).ShouldBe(["leadTakenBack", "slaBreached"]);
        Kinds(new OfferAccepted(new OfferId("o"), rep, new Deadline(DeadlineKind.AttemptBy, now)) { At = now }).ShouldBe(["slaBreached"]);
        Kinds(new AttemptStarted(new AttemptId("a"), rep, true, true) { At = now }).ShouldBeEmpty();

        boards.Apply(rep, new PresenceChanged(Presence.Break, "missedOffers", null) { At = now });
        boards.Today(now).Alerts.Select(alert => (alert.Kind, alert.Rep)).ShouldBe([("repPaused", rep)]);
        boards.Apply(rep, new PresenceChanged(Presence.Available, null, null) { At = now });
        boards.Today(now).Alerts.ShouldBeEmpty();

        IEnumerable<string> Kinds(LeadEvent happened)
        {
            boards.Apply(lead, happened);
            return boards.Today(now).Alerts.Select(alert => alert.Kind);
        }
    }

    [Fact]
    public void A_supervisors_break_is_no_pause_whatever_reason_is_given()
    {
        var boards = new DayBoards(Given.Calendar);
        boards.Apply(Given.Dana, new PresenceChanged(Presence.Break, "missedOffers", "ann") { At = Midnight });
        boards.Today(Midnight).Alerts.ShouldBeEmpty();
    }

    private static void Receive(DayBoards boards, string lead, DateTimeOffset at) =>
        boards.Apply(new LeadId(lead), new LeadReceived(new LeadId(lead), Given.Post(), 0, SlaClock.Start(at, Given.Sales.Sla, Given.Calendar)) { At = at });
}
