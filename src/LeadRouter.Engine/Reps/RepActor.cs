using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Domain.Routing;
using LeadRouter.Engine.Actors;
using LeadRouter.Engine.Json;
using LeadRouter.Engine.Leads;
using LeadRouter.Engine.Ports;
using LeadRouter.Engine.Queues;

namespace LeadRouter.Engine.Reps;

/// <summary>A rep as an actor: runs <see cref="RepDecider"/> and tells queues and leads what changed.</summary>
public sealed class RepActor : IActor
{
    public string Kind => ActorKinds.Rep;

    public bool IsVolatile => false;

    public IReadOnlyList<string> Indexes(string key) => [];

    public object? Restore(byte[]? state) => state is null ? null : EngineJson.Read<Rep>(state);

    public object? Rebuild(string key, object? former, IReadOnlyDictionary<string, IReadOnlyList<IndexEntry>> entries, TurnContext context) => null;

    public byte[] Store(object state) => EngineJson.Write((Rep)state);

    public long Sequence(object? state) => (state as Rep)?.Sequence ?? 0;

    public Turn Receive(ActorId id, object? state, Message message, TurnContext context)
    {
        var rep = (Rep?)state;
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
        var decision = RepDecider.Decide(before, command, new RepContext(context.Now, context.Desk.Pause));
        if (decision.Events.Count == 0)
            return Turn.Unchanged(before, before?.DueAt(), new RepReply(before, decision.Refusal));
        var after = RepEvolution.Replay(before, decision.Events)!;
        var status = RepStatus.Of(after);
        var isNews = before is null || IsNews(RepStatus.Of(before), status) || before.Profile != after.Profile;
        return new Turn
        {
            State = after,
            DueAt = after.DueAt(),
            Events = [.. decision.Events.Select(happened => new Happening(happened.At, happened))],
            Outgoing = [.. ToLeads(before, after, decision.Events), .. isNews ? ToQueues(before, after, status) : []],
            Index = isNews ? Index(before, after, status) : [],
            Reply = new RepReply(after, null, decision.Events.OfType<PlaceReserved>().FirstOrDefault()?.Ticket),
        };
    }

    private static Turn Reserve(ActorId id, Rep? rep, ReserveFor message, TurnContext context)
    {
        var turn = Run(rep, new ReservePlace(message.LeadId, Own: false), context);
        if (turn.Reply is not RepReply { Ticket: { } ticket })
            return turn with { Outgoing = [new Outgoing(new ActorId(ActorKinds.Queue, message.Queue), new ReserveRefused(message.LeadId, new RepId(id.Key)))] };
        var offer = new OfferLead(new RepId(id.Key), ticket, OfferIds.New(message.LeadId, context), message.Decision);
        return turn with { Outgoing = [.. turn.Outgoing, new Outgoing(new ActorId(ActorKinds.Lead, message.LeadId.Value), new TellLead(offer))] };
    }

    /// <summary>Who cannot take leads any more gives the ringing ones back; late holds are asked about.</summary>
    private static IEnumerable<Outgoing> ToLeads(Rep? before, Rep after, IReadOnlyList<RepEvent> events)
    {
        if (before?.Presence == Presence.Available && after.Presence != Presence.Available)
        {
            foreach (var hold in after.Holds.Where(hold => !hold.Owned))
                yield return new Outgoing(new ActorId(ActorKinds.Lead, hold.Lead.Value), new TellLead(new RescindOffer(after.Id, hold.Ticket, after.PresenceReason ?? "notAvailable")));
        }

        foreach (var ticket in events.OfType<HoldsVerified>().SelectMany(verified => verified.Tickets))
        {
            if (before!.Holds.FirstOrDefault(hold => hold.Ticket == ticket && hold.VerifyAt <= events[^1].At) is { } late)
                yield return new Outgoing(new ActorId(ActorKinds.Lead, late.Lead.Value), new CheckHold(after.Id, ticket));
        }
    }

    private static IEnumerable<Outgoing> ToQueues(Rep? before, Rep after, RepStatus status)
    {
        var queues = Queues(after);
        return Queues(before).Union(queues).Select(queue => new Outgoing(new ActorId(ActorKinds.Queue, queue), new RepSeen(status, queues.Contains(queue))));
    }

    private static List<IndexChange> Index(Rep? before, Rep after, RepStatus status)
    {
        var entry = EngineJson.Write(status);
        return
        [
            .. Queues(before).Except(Queues(after)).Select(queue => new IndexChange(QueueIndexes.Reps(queue), after.Id.Value, null)),
            .. Queues(after).Select(queue => new IndexChange(QueueIndexes.Reps(queue), after.Id.Value, entry)),
        ];
    }

    private static IReadOnlyList<string> Queues(Rep? rep) => rep is { Profile.Active: true } ? rep.Profile.Queues : [];

    /// <summary>Something that matching looks at has changed.</summary>
    private static bool IsNews(RepStatus before, RepStatus after) => before with { Sequence = after.Sequence } != after;
}
