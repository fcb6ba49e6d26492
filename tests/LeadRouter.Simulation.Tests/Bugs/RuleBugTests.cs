using LeadRouter.Domain.Calendars;
using LeadRouter.Domain.Leads;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Leads;
using Xunit.Abstractions;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>Instants that are not what the desk says.</summary>
public sealed class RuleBugTests(ITestOutputHelper output) : Bugs(output)
{
    [Fact]
    public void A_promise_that_is_a_second_too_long() => Notice(["SlaInstants"], OfLeads(turn => turn.Message is TellLead { Command: ReceiveLead }
        ? By(turn, rules => rules with { Sla = rules.Sla with { FirstAttemptSeconds = rules.Sla.FirstAttemptSeconds + 1 } }).Run()
        : turn.Run()));

    [Fact]
    public void A_promise_that_runs_by_night() => Notice(["SlaInstants"], OfLeads(turn => turn.Message is TellLead { Command: ReceiveLead }
        ? By(turn, rules => rules with { Sla = rules.Sla with { Clock = Domain.Desks.SlaTime.Raw } }).Run()
        : turn.Run()));

    [Fact]
    public void A_queue_whose_priority_is_forgotten() => Notice(["SlaInstants"], OfLeads(turn => turn.Message is TellLead { Command: ReceiveLead }
        ? By(turn, rules => rules with { Priority = 0 }).Run()
        : turn.Run()));

    [Fact]
    public void An_offer_that_rings_a_second_too_long() => Notice(["OfferInstants"], OfLeads(turn => turn.Message is TellLead { Command: OfferLead }
        ? By(turn, rules => rules with { OfferSeconds = rules.OfferSeconds + 1 }).Run()
        : turn.Run()));

    [Fact]
    public void An_offer_that_is_missed_before_its_end() => Notice(["OfferInstants"], OfLeads(turn =>
    {
        var early = turn is { Message: Wake, State: Lead { Offer: { } offer } lead } ? turn with { State = lead with { Offer = offer with { ExpiresAt = offer.ExpiresAt.AddSeconds(-2) } } } : turn;
        return early.Run() is var done && done.State is Lead { Offer: not null } ? done with { DueAt = done.DueAt?.AddSeconds(-2) } : done;
    }));

    [Fact]
    public void Who_missed_a_lead_is_left_alone_with_it_for_longer() => Notice(["OfferInstants"], OfLeads(turn => turn.Message is Wake
        ? By(turn, rules => rules with { OfferAgainSeconds = rules.OfferAgainSeconds + 5 }).Run()
        : turn.Run()));

    [Fact]
    public void A_result_that_may_come_a_second_later() => Notice(["CallInstants"], OfLeads(turn => turn.Message is AskLead { Command: ReportCall }
        ? By(turn, rules => rules with { DispositionBySeconds = rules.DispositionBySeconds + 1 }).Run()
        : turn.Run()));

    [Fact]
    public void A_plan_that_ends_a_step_early() => Notice(["CadenceSteps"], OfLeads(turn => turn.Message is AskLead { Command: ReportCall or CompleteLead }
        ? By(turn, rules => rules with { Cadence = [.. rules.Cadence.SkipLast(1)] }).Run()
        : turn.Run()));

    [Fact]
    public void A_plan_of_which_a_step_is_left_out() => Notice(["CadenceSteps"], OfLeads(turn => turn is { Message: AskLead { Command: ReportCall }, State: Lead { Unanswered: 0 } lead }
        ? (turn with { State = lead with { Unanswered = 1 } }).Run()
        : turn.Run()));

    [Fact]
    public void A_next_working_day_in_another_zone() => Notice(["CadenceSteps"], OfLeads(turn =>
        (turn with { Context = turn.Context with { Calendar = new WorkCalendar(turn.Context.Desk.WorkWeek, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")) } }).Run()));

    [Fact]
    public void An_owner_who_comes_first_for_longer() => Notice(["Returns"], OfLeads(turn => turn.Message is Wake
        ? By(turn, rules => rules with { OwnerFirstSeconds = rules.OwnerFirstSeconds + 10 }).Run()
        : turn.Run()));

    [Fact]
    public void A_lead_that_loses_its_age_when_it_is_missed() => Notice(["Returns"], OfLeads(turn => turn is { Message: Wake, State: Lead { Offer: not null } lead }
        ? (turn with { State = lead with { DueSince = turn.Context.Now } }).Run()
        : turn.Run()));

    [Fact]
    public void A_reminder_too_many() => Notice(["Reminders"], OfLeads(turn => turn.Message is Wake ? By(turn, rules => rules with { Reminders = rules.Reminders + 1 }).Run() : turn.Run()));

    [Fact]
    public void A_lead_that_is_taken_back_without_a_reminder() => Notice(["Reminders"], OfLeads(turn => turn.Message is Wake ? By(turn, rules => rules with { Reminders = 0 }).Run() : turn.Run()));

    [Fact]
    public void A_pause_that_comes_after_a_miss_too_many() => Notice(["RepInstants"], BrokenActor.In(ActorKinds.Rep, turn => By(turn, pause => pause with { MissedOffersInRow = pause.MissedOffersInRow + 1 }).Run()));

    [Fact]
    public void A_grace_that_lasts_longer() => Notice(["RepInstants"], BrokenActor.In(ActorKinds.Rep, turn => By(turn, pause => pause with { PresenceGraceSeconds = pause.PresenceGraceSeconds + 5 }).Run()));

    private static Func<IActor, IActor> OfLeads(Func<BrokenTurn, Turn> bend) => BrokenActor.In(ActorKinds.Lead, bend);
}
