using LeadRouter.Turns.Queues;

namespace LeadRouter.Turns.Reps;

/// <summary>A rep as an actor: runs <see cref="RepDecider"/> and tells queues and leads what changed.</summary>
public sealed class RepActor : IActor<Rep>
{
    public string Kind => ActorKinds.Rep;

    public long Sequence(Rep state) => state.Sequence;

    public Turn Receive(ActorId id, Rep? rep, Message message, TurnContext context)
    {
        return message switch
        {
            GetRep => Turn.Unchanged(rep, rep?.DueAt(), new RepReply(rep, null)),
            AskRep m => Run(rep, m.Command, context),
            TellRep m => Run(rep, m.Command, context),
            Wake => Run(rep, new WakeRep(), context),
            ReserveFor m => Reserve(id, rep, m, context),
            _ => throw new InvalidOperationException($"A rep does not take {message.GetType().Name}."),
        };
    }

    private static Turn Run(Rep? before, RepCommand command, TurnContext context)
    {
        var decision = RepDecider.Decide(before, command, new RepContext(context.Now, context.Desk.Pause, context.Calendar.DayEndsAt(context.Now)));
        if (decision.Events.Count == 0)
            return Turn.Unchanged(before, before?.DueAt(), new RepReply(before, decision.Refusal));
        var after = RepEvolution.Replay(before, decision.Events)!;
        var outgoing = ToLeads(before, after, decision.Events);
        var isNews = before is null || RepStatus.Differs(before, after);
        List<IndexChange> index = isNews ? TellQueues(outgoing, before, after) : [];
        index.AddRange(RepIndexes.Changes(before, after));
        return new Turn
        {
            State = after,
            DueAt = after.DueAt(),
            Events = RecordedEvent.Of(decision.Events, happened => happened.At),
            Outbox = outgoing,
            Index = index,
            Reply = new RepReply(after, null, (decision.Events[0] as PlaceReserved)?.Ticket),
        };
    }

    private static Turn Reserve(ActorId id, Rep? rep, ReserveFor message, TurnContext context)
    {
        var turn = Run(rep, new ReservePlace(message.LeadId, Own: false), context);
        if (turn.Reply is not RepReply { Ticket: { } ticket })
            return turn with { Outbox = [new Envelope(new ActorId(ActorKinds.Queue, message.Queue), new ReserveRefused(message.LeadId, new RepId(id.Key)))] };
        var offer = new OfferLead(new RepId(id.Key), ticket, OfferIds.New(message.LeadId, context), message.Decision);
        return turn with { Outbox = [.. turn.Outbox, new Envelope(new ActorId(ActorKinds.Lead, message.LeadId.Value), new TellLead(offer))] };
    }

    /// <summary>Who cannot take leads any more gives the ringing ones back; late holds are asked about.</summary>
    private static List<Envelope> ToLeads(Rep? before, Rep after, IReadOnlyList<RepEvent> events)
    {
        var outgoing = new List<Envelope>();
        if (before?.Presence == Presence.Available && after.Presence != Presence.Available)
        {
            foreach (var hold in after.Holds.Where(hold => !hold.Owned))
                outgoing.Add(new Envelope(new ActorId(ActorKinds.Lead, hold.Lead.Value), new TellLead(new RescindOffer(after.Id, hold.Ticket, after.PresenceReason ?? "notAvailable"))));
        }

        foreach (var happened in events)
        {
            if (happened is HoldsVerified verified)
                AskLeads(outgoing, before!, verified.Tickets, events[^1].At);
        }

        return outgoing;
    }

    private static void AskLeads(List<Envelope> outgoing, Rep rep, IReadOnlyList<long> tickets, DateTimeOffset now)
    {
        foreach (var ticket in tickets)
        {
            if (rep.Holds.FirstOrDefault(hold => hold.Ticket == ticket && hold.VerifyAt <= now) is { } late)
                outgoing.Add(new Envelope(new ActorId(ActorKinds.Lead, late.Lead.Value), new CheckHold(rep.Id, ticket)));
        }
    }

    /// <summary>Tells the queues the rep is or was in; their indexes are written with the rep.</summary>
    private static List<IndexChange> TellQueues(List<Envelope> outgoing, Rep? before, Rep after)
    {
        var former = Queues(before);
        var queues = Queues(after);
        var status = RepStatus.Of(after);
        var entry = StoredJson.Write(status);
        var changes = new List<IndexChange>(queues.Count);
        foreach (var queue in ReferenceEquals(former, queues) ? queues : former.Union(queues))
        {
            var member = queues.Contains(queue);
            outgoing.Add(new Envelope(new ActorId(ActorKinds.Queue, queue), new RepSeen(status, member)));
            changes.Add(new IndexChange(QueueIndexes.Reps(queue), after.Id.Value, member ? entry : null));
        }

        return changes;
    }

    private static IReadOnlyList<string> Queues(Rep? rep) => rep is { Profile.Active: true } ? rep.Profile.Queues : [];
}
