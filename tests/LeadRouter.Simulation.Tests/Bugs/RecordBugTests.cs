using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Reps;
using Xunit.Abstractions;

namespace LeadRouter.Simulation.Tests.Bugs;

/// <summary>Records that are not what happened.</summary>
public sealed class RecordBugTests(ITestOutputHelper output) : Bugs(output)
{
    [Fact]
    public void An_answer_that_does_not_end_the_count_of_unanswered_calls() => Notice(["Replays"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: AskLead { Command: ReportCall }, State: Lead { Unanswered: > 0 } before } && turn.Run() is { State: Lead { Unanswered: 0 } after } done
            ? done with { State = after with { Unanswered = before.Unanswered } }
            : turn.Run()));

    [Fact]
    public void An_event_that_is_missing_in_the_journal() => Notice(["Replays"], BrokenActor.In(ActorKinds.Rep, turn =>
        turn.Run() is { Events.Count: 2 } done ? done with { Events = [done.Events[0]] } : turn.Run()));

    [Fact]
    public void A_person_with_two_open_leads() => Notice(["RecordedOnce"], BrokenActor.In(ActorKinds.Contact, turn =>
        turn is { Message: RegisterLeadPost, State: Contact contact } ? (turn with { State = contact with { OpenLead = null } }).Run() : turn.Run()));

    [Fact]
    public void A_post_whose_score_is_lost_on_the_way() => Notice(["RecordedOnce"], BrokenActor.In(ActorKinds.Lead, turn => turn.Message is TellLead { Command: ReceiveLead { Post.Score: not null } receive }
        ? (turn with { Message = new TellLead(receive with { Post = receive.Post with { Score = null } }) }).Run()
        : turn.Run()));

    /// <summary>Person and lead both know a post that comes a second time: it takes two bugs.</summary>
    [Fact]
    public void A_repeat_that_is_recorded_again() => Notice(["RecordedOnce"], actor => actor.Kind switch
    {
        ActorKinds.Contact => new BrokenActor(actor, turn => turn is { Message: RegisterLeadPost, State: Contact contact } ? (turn with { State = contact with { Answers = [] } }).Run() : turn.Run()),
        ActorKinds.Lead => new BrokenActor(actor, turn => turn is { Message: RecordRepeat, State: Lead lead } ? (turn with { State = lead with { Repeats = [] } }).Run() : turn.Run()),
        _ => actor,
    });

    [Fact]
    public void A_key_that_takes_any_body() => Notice(["RecordedOnce"], BrokenActor.In(ActorKinds.Receipt, turn =>
        turn.Run() is { Reply: ReceiptReply { SamePayload: false } reply } done ? done with { Reply = reply with { SamePayload = true } } : turn.Run()));

    [Fact]
    public void An_index_that_is_not_written() => Notice(["Indexes"], BrokenActor.In(ActorKinds.Rep, turn =>
        turn.Message is AskRep { Command: ChangeRepProfile } ? turn.Run() with { Index = [] } : turn.Run()));

    [Fact]
    public void A_search_that_goes_on_finding_the_former_owner() => Notice(["Indexes"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn.Run() is { LeadRow: { Open: false } row } done && turn.State is Lead { Owner: null } ? done with { LeadRow = row with { Owner = "rep-01" } } : turn.Run()));

    [Fact]
    public void An_accept_that_is_taken_for_a_decline() => Notice(["Causes"], BrokenActor.In(ActorKinds.Lead, turn =>
        turn is { Message: AskLead { Command: AcceptOffer accept }, State: Lead { Sequence: > 12 } } ? (turn with { Message = new AskLead(new DeclineOffer(accept.OfferId, accept.RepId, null)) }).Run() : turn.Run()));

    [Fact]
    public void A_ring_that_ends_while_its_rep_is_there() => Notice(["Causes"], BrokenActor.In(ActorKinds.Lead, turn => turn is { Message: Wake, State: Lead { Offer: { } offer } }
        ? (turn with { Message = new TellLead(new RescindOffer(offer.Rep, offer.Ticket, "tired")) }).Run()
        : turn.Run()));

    [Fact]
    public void A_break_that_is_granted_and_not_begun() => Notice(["DoneAsTold"], BrokenActor.In(ActorKinds.Rep, turn => turn is { Message: AskRep { Command: SetRepPresence { Presence: Presence.Break } }, State: Rep rep }
        ? Turn.Unchanged(rep, rep.DueAt(), new RepReply(rep, null))
        : turn.Run()));

    [Fact]
    public void A_call_by_hand_that_is_called_proven() => Notice(["Proof"], Telling(happened => happened is AttemptStarted started ? started with { Proven = true } : happened), firstSeed: 10);

    [Fact]
    public void A_contact_that_nobody_told_of() => Notice(["Proof"], BrokenActor.In(ActorKinds.Lead, turn => turn.Message is AskLead { Command: ReportCall { Sign: CallSign.Ringing } report }
        ? (turn with { Message = new AskLead(report with { Sign = CallSign.Answered }) }).Run()
        : turn.Run()));

    [Fact]
    public void A_deal_that_is_counted_for_nobody() => Notice(["BoardAsCounted", "Causes"], Telling(happened => happened is LeadClosed { Status: LeadStatus.Won } won ? won with { RepId = null } : happened));

    private static Func<IActor, IActor> Telling(Func<LeadEvent, LeadEvent> bend) => BrokenActor.In(ActorKinds.Lead, turn => turn.Run() is var done && done.Events.Count > 0
        ? done with { Events = [.. done.Events.Select(recorded => recorded with { Data = bend((LeadEvent)recorded.Data) })] }
        : done);
}
