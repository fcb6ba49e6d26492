using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Reps;
using LeadRouter.Simulation.Hosting;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;
using Xunit.Abstractions;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>Rings where, when and for whom there should be none.</summary>
public sealed class RingBugTests(ITestOutputHelper output) : Bugs(output)
{
    [Fact]
    public void A_rep_at_whom_leads_ring_on_a_break() => Notice(["RingsWhereItMay"], BrokenActor.In(ActorKinds.Rep, turn => turn is { Message: ReserveFor, State: Rep { Presence: Presence.Break } rep }
        ? (turn with { State = rep with { Presence = Presence.Available } }).Run() is var done ? done with { State = (Rep)done.State! with { Presence = Presence.Break } } : null!
        : turn.Run()));

    [Fact]
    public void A_queue_that_forgets_who_has_just_missed_a_lead() => Notice(["RingsWhereItMay"], BrokenActor.In(ActorKinds.Queue, turn =>
        turn.Message is LeadWaits waits ? (turn with { Message = waits with { Lead = waits.Lead with { Passes = [] } } }).Run() : turn.Run()));

    [Fact]
    public void A_decision_that_names_another_rule() => Notice(["RingsWhereItMay"], Deciding(decision => decision with { Rule = RoutingDecision.OwnerFirst }));

    [Fact]
    public void A_queue_that_keeps_no_lead_for_its_owner() => Notice(["KeptForOwner"], BrokenActor.In(ActorKinds.Queue, turn =>
        turn.Message is LeadWaits waits ? (turn with { Message = waits with { Lead = waits.Lead with { Preferred = null } } }).Run() : turn.Run()));

    [Fact]
    public void A_rep_who_goes_and_whose_lead_rings_on() => Notice(["RingEnds"], BrokenActor.In(ActorKinds.Rep, turn =>
        turn.Run() is var done ? done with { Outbox = [.. done.Outbox.Where(message => message.Body is not TellLead { Command: RescindOffer })] } : null!));

    [Fact]
    public void A_queue_that_looks_away_when_a_rep_is_free() => Notice(["Prompt"], BrokenActor.In(ActorKinds.Queue, turn =>
        turn is { Message: RepSeen { Rep: { Free: > 0, Sequence: var sequence } } } && sequence % 5 == 0 ? turn.Run() with { Outbox = [] } : turn.Run()));

    [Fact]
    public void A_queue_that_prefers_who_has_just_been_busy() => Notice(["BestRep"], BrokenActor.In(ActorKinds.Queue, turn => turn.Message is RepSeen seen
        ? (turn with { Message = seen with { Rep = seen.Rep with { IdleSince = DateTimeOffset.UnixEpoch + (DateTimeOffset.MaxValue - seen.Rep.IdleSince) } } }).Run()
        : turn.Run()));

    [Fact]
    public void A_reason_that_is_not_true() => Notice(["BestRep"], Deciding(decision => decision with { Excluded = [.. decision.Excluded.Select(excluded => excluded with { Reason = ExclusionReason.OnBreak })] }));

    [Fact]
    public void A_push_that_is_lost() => Notice(["Screens"], flaw: Flaw.LosesPushes);

    private static Func<IActor, IActor> Deciding(Func<RoutingDecision, RoutingDecision> bend) => BrokenActor.In(ActorKinds.Queue, turn => turn.Run() is var done && done.Outbox.Count > 0
        ? done with { Outbox = [.. done.Outbox.Select(message => message.Body is ReserveFor reserve ? message with { Body = reserve with { Decision = bend(reserve.Decision) } } : message)] }
        : done);
}
