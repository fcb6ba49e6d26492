using LeadRouter.Turns.Contacts;

namespace LeadRouter.Turns.Leads;

/// <summary>A lead as an actor: runs <see cref="LeadDecider"/> and tells the others what changed.</summary>
public sealed class LeadActor : IActor<Lead>
{
    public string Kind => ActorKinds.Lead;

    public long Sequence(Lead state) => state.Sequence;

    public Turn Receive(ActorId id, Lead? lead, Message message, TurnContext context)
    {
        return message switch
        {
            GetLead => Turn.Unchanged(lead, lead?.DueAt(), new LeadReply(lead, null)),
            AskLead m => Run(lead, m.Command, context),
            TellLead { Command: OfferLead offer } => Offered(new Domain.LeadId(id.Key), lead, offer, context),
            TellLead m => Run(lead, m.Command, context),
            Wake => Run(lead, new WakeLead(), context),
            RecordRepeat m => Repeat(id, lead, m, context),
            CheckHold m => CheckHold(id, lead, m),
            _ => throw new InvalidOperationException($"A lead does not take {message.GetType().Name}."),
        };
    }

    private static Turn Run(Lead? before, LeadCommand command, TurnContext context)
    {
        var decision = LeadDecider.Decide(before, command, new LeadContext(context.Now, context.Desk, context.Calendar));
        if (decision.Events.Count == 0)
            return Turn.Unchanged(before, before?.DueAt(), new LeadReply(before, decision.Refusal));
        var after = LeadEvolution.Replay(before, decision.Events)!;
        return new Turn
        {
            State = after,
            DueAt = after.DueAt(),
            Events = RecordedEvent.Of(decision.Events, happened => happened.At),
            Outbox = LeadReactions.Messages(before, after, decision.Events),
            Index = LeadReactions.Index(before, after),
            LeadRow = LeadReactions.Row(before, after),
            Reply = new LeadReply(after, decision.Refusal),
        };
    }

    /// <summary>
    /// A rep has set a place aside: when the lead cannot be offered any more, the place is given back, and the queue that
    /// still believed in the lead is told again.
    /// </summary>
    private static Turn Offered(Domain.LeadId leadId, Lead? lead, OfferLead offer, TurnContext context)
    {
        var turn = Run(lead, offer, context);
        if (turn.Reply is not LeadReply { Refusal: not null })
            return turn;
        var gone = LeadReactions.HoldReport(offer.RepId, new LeadHold(leadId, offer.Ticket, false), HoldEnd.Gone);
        return turn with { Outbox = lead is null or { Status: LeadStatus.Waiting } ? [.. turn.Outbox, gone] : [.. turn.Outbox, gone, LeadReactions.Left(lead)] };
    }

    private static Turn Repeat(ActorId id, Lead? lead, RecordRepeat message, TurnContext context)
    {
        var turn = Run(lead, new RepeatLead(message.Intake, message.Post), context);
        return turn.Reply is LeadReply { Refusal: not null }
            ? turn with { Outbox = [new Envelope(new ActorId(ActorKinds.Contact, message.Contact), new TellContact(new ReturnRepeat(message.Intake, message.Post, new Domain.LeadId(id.Key))))] }
            : turn;
    }

    private static Turn CheckHold(ActorId id, Lead? lead, CheckHold message)
    {
        var leadId = new Domain.LeadId(id.Key);
        var hold = new LeadHold(leadId, message.Ticket, lead?.Owner == message.RepId && lead.OwnerTicket == message.Ticket);
        var rings = lead?.Offer is { } offer && offer.Rep == message.RepId && offer.Ticket == message.Ticket;
        var report = LeadReactions.HoldReport(message.RepId, hold, hold.Owned || rings ? null : HoldEnd.Gone);
        return new Turn { State = lead, DueAt = lead?.DueAt(), Outbox = [report] };
    }
}
