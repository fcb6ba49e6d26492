using System.Text.Json;
using LeadRouter.Domain.Queues;
using LeadRouter.Domain.Queues.Policies;
using LeadRouter.Intake;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Queues;

namespace LeadRouter.Server.Platform.Operations;

/// <summary>
/// Drives one made-up post, and its lead through its life, in memory, so that the first real one does not wait for the compiler. Turns are
/// pure functions: nothing is stored or sent.
/// </summary>
internal static class WarmUp
{
    private static readonly LeadId Lead = new("warm-up");
    private static readonly RepId Rep = new("warm-up");

    private static readonly byte[] Body = """{"name":"Warm Up","phone":"+972 3-123-4567"}"""u8.ToArray();

    public static async Task RunAsync(DeskSnapshot desk, IIdSource ids, DateTimeOffset now)
    {
        var context = new TurnContext(now, desk.Desk, desk.Calendar, ids);
        var queue = desk.Desk.DefaultQueue;
        var taken = await LeadIntake.AcceptAsync("application/json", Body, new IntakeContext { DefaultCountry = desk.Desk.DefaultCountry, DefaultQueue = queue, SourceName = "warm-up", QueueExists = _ => true });
        var post = taken.Post!;
        Play(new ContactActor(), "warm-up", context, new RegisterLeadPost(Lead, post));
        Play(new RepActor(), Rep.Value, context,
            new AskRep(new RegisterRep(Rep, new RepProfile { Name = "Warm Up", Queues = [queue] })), new AskRep(new ConnectRep("warm-up")), new AskRep(new SetRepPresence(Presence.Available, null, null)));
        var decision = new RoutingDecision(now, Rep, LongestIdlePolicy.Key, [Rep], [], 0);
        var offer = new OfferId("warm-up.1");
        var attempt = new AttemptId("warm-up");
        Play(new LeadActor(), Lead.Value, context,
            new TellLead(new ReceiveLead(Lead, post)), new TellLead(new OfferLead(Rep, 1, offer, decision with { LeadSequence = 2 })), new AskLead(new AcceptOffer(offer, Rep)),
            new AskLead(new RequestCall(Rep, 1, attempt, Manual: false)), new AskLead(new ReportCall(attempt, CallSign.Completed, now, null)));
        var waiting = new Dictionary<string, IReadOnlyList<IndexEntry>> { [QueueIndexes.Waiting(queue)] = [], [QueueIndexes.Reps(queue)] = [] };
        var actor = new QueueActor();
        actor.Receive(new ActorId(ActorKinds.Queue, queue), actor.Rebuild(queue, null, waiting, context), new Wake(), context);
    }

    private static void Play(IActor actor, string key, TurnContext context, params Message[] messages)
    {
        object? state = null;
        foreach (var message in messages)
        {
            var turn = actor.Receive(new ActorId(actor.Kind, key), state, StoredJson.Read<Message>(StoredJson.Write(message)), context);
            foreach (var recorded in turn.Events)
                StoredJson.Write(recorded.Data);
            state = actor.Restore(actor.Store(turn.State!));
            if (state is Lead lead)
                JsonSerializer.Serialize(LeadMapper.ToDto(lead), StoredJson.Options);
        }
    }
}
