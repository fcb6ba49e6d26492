using LeadRouter.Domain;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Telephony;

namespace LeadRouter.Turns.Tests.Telephony;

/// <summary>A click that calls a lead which was scheduled for later, and for which the rep has to set a place aside first.</summary>
public sealed class CallStarterTests
{
    private const long Ticket = 7;
    private static readonly RepId Dana = new("dana");
    private static readonly LeadId Noa = new("1");
    private readonly Actors _actors = new();

    [Fact]
    public async Task A_place_for_a_call_that_was_turned_away_is_asked_about_at_once()
    {
        await Should.ThrowAsync<OverloadedException>(StartAsync);
        _actors.Told.ShouldBe([(new ActorId(ActorKinds.Lead, Noa.Value), new CheckHold(Dana, Ticket))]);
    }

    [Fact]
    public async Task A_place_for_a_call_that_was_refused_is_asked_about_at_once()
    {
        _actors.Answer = () => new LeadReply(Scheduled, Refusal.Of("no_phone", "There is no number."));
        (await StartAsync()).Refusal!.Code.ShouldBe("no_phone");
        _actors.Told.ShouldBe([(new ActorId(ActorKinds.Lead, Noa.Value), new CheckHold(Dana, Ticket))]);
    }

    [Fact]
    public async Task A_place_for_a_call_that_is_placed_is_kept()
    {
        _actors.Answer = () => new LeadReply(Scheduled, null);
        (await StartAsync()).Refusal.ShouldBeNull();
        _actors.Told.ShouldBeEmpty();
    }

    private static Lead Scheduled => new() { Id = Noa, Queue = "sales", Status = LeadStatus.Callback, Owner = Dana, Post = new LeadPost { Source = "form", Queue = "sales" } };

    private Task<LeadReply> StartAsync() => new CallStarter(_actors, new Ids(), TimeProvider.System, hasCarrier: true).StartAsync(Dana, Noa, CancellationToken.None);

    private sealed class Actors : IActorSystem
    {
        public List<(ActorId To, Message Message)> Told { get; } = [];

        /// <summary>To the request of a call.</summary>
        public Func<LeadReply> Answer { get; set; } = () => throw new OverloadedException();

        public Task<TReply> AskAsync<TReply>(ActorId to, Ask<TReply> message, CancellationToken cancel = default) => Task.FromResult((TReply)(object)(message switch
        {
            GetLead => new LeadReply(Scheduled, null),
            AskRep { Command: ReservePlace } => new RepReply(new Rep { Id = Dana, Profile = new RepProfile { Name = "Dana" }, Holds = [new Hold(Noa, Ticket, false, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(30))] }, null, Ticket),
            AskLead { Command: RequestCall { Ticket: Ticket } } => Answer(),
            _ => throw new InvalidOperationException($"{message} was not expected."),
        }));

        public void Tell(ActorId to, Message message) => Told.Add((to, message));
    }

    private sealed class Ids : IIdSource
    {
        public string NewId(DateTimeOffset now) => "attempt";
    }
}
