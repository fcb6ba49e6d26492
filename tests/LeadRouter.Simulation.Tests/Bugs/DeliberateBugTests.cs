using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Simulation.Hosting;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Shell;
using Xunit.Abstractions;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>A checker that cannot fail is worth nothing: each of these bugs has to be noticed, by the invariant it breaks.</summary>
public sealed class DeliberateBugTests(ITestOutputHelper output) : Bugs(output)
{
    [Fact]
    public void A_message_dropped_at_recovery() => Notice(["Kept", "NoStarvation"], view: real => new ForgetfulView(real, losesMessages: true));

    [Fact]
    public void A_shell_that_answers_before_the_write() => Notice(["Kept", "OneOwner", "Dispositions"], shell: FlawedShell.With(ShellFlaw.AnswersBeforeTheWrite));

    [Fact]
    public void A_shell_that_acts_on_a_failed_write() => Notice(["Fenced", "Kept", "OneOwner", "Deadlines"], shell: FlawedShell.With(ShellFlaw.ActsOnAFailedWrite));

    [Fact]
    public void A_shell_that_forgets_to_settle_an_unsure_write() => Notice(["NoStarvation", "Kept", "Capacity"], shell: FlawedShell.With(ShellFlaw.ForgetsToSettle));

    [Fact]
    public void A_shell_that_sends_in_another_order() => Notice(["Order"], shell: FlawedShell.With(ShellFlaw.SwapsTheOutbox));

    [Fact]
    public void A_shell_that_gives_a_message_up_when_its_write_fails() => Notice(["NoStarvation", "Kept", "Deadlines"], shell: FlawedShell.With(ShellFlaw.GivesUpOnAFailedWrite));

    [Fact]
    public void A_clock_that_steps_unnoticed() => Notice(["Deadlines"], flaw: Flaw.SleepsThroughSteps, firstSeed: 20);

    [Fact]
    public void A_write_that_is_torn_by_a_crash() => Notice(["Kept", "Capacity", "NoStarvation"], flaw: Flaw.TearsWrites);

    [Fact]
    public void A_full_mailbox_that_drops_what_was_told() => Notice(["NoStarvation", "Deadlines", "Kept", "QueueOrder"], flaw: Flaw.DropsWhenFull);

    [Fact]
    public void A_wallboard_that_forgets_the_day_at_a_start() => Notice(["BoardAsCounted"], flaw: Flaw.ForgetsTheDay);

    [Fact]
    public void A_wallboard_that_passes_over_a_page_of_the_journal() => Notice(["BoardAsCounted"], flaw: Flaw.PassesOverPages);

    [Fact]
    public void Calls_to_place_that_are_forgotten_at_recovery() => Notice(["NoStarvation"], view: real => new ForgetfulView(real, losesEffects: true));

    [Fact]
    public void Deadlines_forgotten_at_recovery() => Notice(["Deadlines"], view: real => new ForgetfulView(real, losesDeadlines: true));

    [Fact]
    public void A_rep_or_lead_missing_whenever_a_queue_is_rebuilt() => Notice(["NoStarvation", "QueueOrder"], view: real => new ForgetfulView(real, losesQueues: true));

    [Fact]
    public void An_expired_lease_that_is_accepted() => Notice(["OneOwner"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: AskLead { Command: AcceptOffer }, State: Lead { Offer: { } offer } } && turn.Context.Now >= offer.ExpiresAt
            ? (turn with { Context = turn.Context with { Now = offer.MadeAt } }).Run()
            : turn.Run()));

    [Fact]
    public void An_offer_that_any_earlier_offer_accepts() => Notice(["OneOwner", "Capacity"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: AskLead { Command: AcceptOffer accept }, State: Lead { Offer: { } offer } }
            ? (turn with { Message = new AskLead(new AcceptOffer(offer.Id, offer.Rep)), State = ((Lead)turn.State) with { Offer = offer with { Rep = accept.RepId } } }).Run()
            : turn.Run()));

    [Fact]
    public void A_hold_that_leaks_on_decline() => Notice(["NoStarvation", "QueueOrder"], BrokenActor.In(ActorKinds.Rep, turn =>
        turn is { Message: TellRep { Command: ReportHold { Ended: HoldEnd.Declined or HoldEnd.Missed or HoldEnd.Gone } }, State: Rep rep }
            ? Turn.Unchanged(rep, rep.DueAt())
            : turn.Run()));

    [Fact]
    public void A_rep_who_reserves_over_capacity() => Notice(["Capacity"], BrokenActor.In(ActorKinds.Rep, turn =>
        turn is { Message: ReserveFor, State: Rep { Holds.Count: < 6 } rep } && !rep.CanTake && rep.IsConnected && rep.Presence == Presence.Available
            ? Widened(turn, rep)
            : turn.Run()));

    [Fact]
    public void A_rep_whose_capacity_is_never_made_smaller() => Notice(["Capacity"], BrokenActor.In(ActorKinds.Rep, turn =>
        turn is { Message: AskRep { Command: ChangeRepProfile change }, State: Rep rep } && change.Profile.Capacity < rep.Profile.Capacity
            ? (turn with { Message = new AskRep(new ChangeRepProfile(change.Profile with { Capacity = rep.Profile.Capacity })) }).Run()
            : turn.Run()));

    [Fact]
    public void A_queue_that_takes_every_rep_to_speak_everything() => Notice(["Fits"], BrokenActor.In(ActorKinds.Queue, turn =>
        turn.Message is RepSeen seen ? (turn with { Message = seen with { Rep = seen.Rep with { Languages = [] } } }).Run() : turn.Run()));

    [Fact]
    public void A_queue_that_gives_the_newest_first() => Notice(["QueueOrder"], BrokenActor.In(ActorKinds.Queue, turn =>
        turn.Message is LeadWaits waits
            ? (turn with { Message = waits with { Lead = waits.Lead with { DueSince = DateTimeOffset.UnixEpoch + (DateTimeOffset.MaxValue - waits.Lead.DueSince) } } }).Run()
            : turn.Run()));

    [Fact]
    public void A_queue_that_knows_no_priority() => Notice(["QueueOrder"], BrokenActor.In(ActorKinds.Queue, turn =>
        turn.Message is LeadWaits waits ? (turn with { Message = waits with { Lead = waits.Lead with { Priority = 0 } } }).Run() : turn.Run()));

    [Fact]
    public void A_call_ordered_as_often_as_it_is_asked_for() => Notice(["CountedOnce"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: AskLead { Command: OrderCall }, State: Lead lead } && turn.Run() is { Reply: LeadReply { Refusal: not null } } refused
            ? refused with { Reply = new LeadReply(lead, null) }
            : turn.Run()), firstSeed: 10);

    [Fact]
    public void A_post_that_is_answered_and_not_passed_on() => Notice(["Kept"], BrokenActor.In(ActorKinds.Contact, turn =>
        turn.Message is RegisterLeadPost && turn.Id.Key.StartsWith('7') ? turn.Run() with { Outbox = [] } : turn.Run()));

    [Fact]
    public void A_decision_that_does_not_say_who_was_eligible() => Notice(["Explained"], BrokenActor.In(ActorKinds.Queue, turn =>
        turn.Run() is var done && done.Outbox.Count > 0
            ? done with { Outbox = [.. done.Outbox.Select(o => o.Body is ReserveFor r ? o with { Body = r with { Decision = r.Decision with { Eligible = [] } } } : o)] }
            : done));

    [Fact]
    public void A_wake_up_that_a_lead_sleeps_through() => Notice(["Deadlines"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: Wake, State: Lead { Offer: not null } lead } ? Turn.Unchanged(lead, null) : turn.Run()));

    [Fact]
    public void A_reminder_that_is_never_due() => Notice(["Deadlines"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn.Run() is var done && done.State is Lead { Next.Kind: DeadlineKind.AttemptBy or DeadlineKind.DispositionBy } ? done with { DueAt = null } : done));

    [Fact]
    public void A_rep_who_is_never_taken_to_have_gone() => Notice(["Deadlines"], BrokenActor.In(ActorKinds.Rep, turn =>
        turn.Run() is var done && done.State is Rep { GraceEndsAt: not null } rep ? done with { DueAt = (rep with { GraceEndsAt = null }).DueAt() } : done));

    [Fact]
    public void A_reminder_that_is_put_off_in_word_only() => Notice(["Snoozed"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: AskLead { Command: SnoozeLead }, State: Lead lead } && turn.Run() is { Reply: LeadReply { Refusal: null } }
            ? Turn.Unchanged(lead, lead.Deadlines()[0].At, new LeadReply(lead, null))
            : turn.Run()), firstSeed: 10);

    [Fact]
    public void A_word_of_a_rep_that_is_taken_for_an_earlier_one() => Notice(["Dispositions"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: AskLead { Command: CompleteLead said }, State: Lead { Result: { } result } lead } && result.Disposition == said.Disposition
            ? Turn.Unchanged(lead, lead.DueAt(), new LeadReply(lead, null))
            : turn.Run()));

    [Fact]
    public void A_first_contact_that_is_counted_again() => Notice(["CountedOnce"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: AskLead { Command: ReportCall }, State: Lead { FirstContactAt: not null } lead }
            ? (turn with { State = lead with { FirstContactAt = null } }).Run()
            : turn.Run()));

    private static Turn Widened(BrokenTurn turn, Rep rep)
    {
        var wide = rep with { Profile = rep.Profile with { Capacity = rep.Holds.Count + 1 } };
        var done = (turn with { State = wide }).Run();
        return done with { State = ((Rep)done.State!) with { Profile = rep.Profile } };
    }
}
