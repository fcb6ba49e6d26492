using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Desks;
using LeadRouter.Domain.Leads;
using LeadRouter.Domain.Reps;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Queues;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Telephony;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Turns.Tests.Centres;

/// <summary>A call centre on a lone silo: the real actors, a store in memory, a fake carrier, a clock that tests move.</summary>
public sealed class Centre : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly RandomIdSource _ids = new();

    private Centre(string mode, MemoryStore store, ManualTimeProvider time, FakeCarrier carrier, EngineOptions? options, bool hasCarrier = true)
    {
        (Mode, Store, Time, Carrier) = (mode, store, time, carrier);
        Host = new SiloHost([new LeadActor(), new RepActor(), new QueueActor(), new ContactActor(), new ReceiptActor()],
            store, new FixedDesk(), _ids, time, options ?? ModesAttribute.Options(mode), NullLoggerFactory.Instance, new NoProbe());
        Host.Handle(new CarrierEffect(hasCarrier ? carrier : new NoCarrier(), Host, time));
        Host.Observe(Log);
    }

    public string Mode { get; }

    public MemoryStore Store { get; }

    public ManualTimeProvider Time { get; }

    public FakeCarrier Carrier { get; }

    public SiloHost Host { get; }

    public TurnLog Log { get; } = new();

    public static async Task<Centre> OpenAsync(string mode, EngineOptions? options = null, MemoryStore? store = null)
    {
        var centre = new Centre(mode, store ?? new MemoryStore(), new ManualTimeProvider(Monday), new FakeCarrier(), options);
        await centre.Host.StartAsync(CancellationToken.None);
        return centre;
    }

    /// <summary>The process is dead; the next one starts with what was durable. World time and the carrier go on.</summary>
    public async Task<Centre> RestartAsync(EngineOptions? options = null, bool hasCarrier = true)
    {
        var snapshot = Store.Snapshot();
        await DisposeAsync();
        var next = new Centre(Mode, snapshot, Time, Carrier, options, hasCarrier);
        await next.Host.StartAsync(CancellationToken.None);
        return next;
    }

    public string NewId() => _ids.NewId(Time.GetUtcNow());

    public static LeadPost Post(string phone, string queue = "sales") => new() { Phone = new(phone), Source = "form", Queue = queue, Name = "Noa" };

    /// <summary>A post without an idempotency key.</summary>
    public Task<IntakeAnswer> PostAsync(string phone, string queue = "sales") => RegisterAsync(new LeadId(NewId()), Post(phone, queue));

    public Task<IntakeAnswer> RegisterAsync(LeadId intake, LeadPost post) =>
        Host.AskAsync(new ActorId(ActorKinds.Contact, ContactAddress.Key(post)), new RegisterLeadPost(intake, post));

    public Task<ReceiptReply> ClaimAsync(string key, LeadId intake, LeadPost post, string fingerprint = "f") => Host.AskAsync(
        new ActorId(ActorKinds.Receipt, ContactAddress.ReceiptKey(post.Source, key)), new ClaimReceipt(fingerprint, ContactAddress.Key(post), intake, post));

    public Task<RepReply> AskAsync(string rep, RepCommand command) => Host.AskAsync(new ActorId(ActorKinds.Rep, rep), new AskRep(command));

    public Task<LeadReply> AskAsync(LeadId lead, LeadCommand command) => Host.AskAsync(new ActorId(ActorKinds.Lead, lead.Value), new AskLead(command));

    public async Task<Rep> RepAsync(string rep) => (await Host.AskAsync(new ActorId(ActorKinds.Rep, rep), new GetRep())).Rep.ShouldNotBeNull();

    public async Task<Lead> LeadAsync(LeadId lead) => (await Host.AskAsync(new ActorId(ActorKinds.Lead, lead.Value), new GetLead())).Lead.ShouldNotBeNull();

    /// <summary>A rep who is at the desk and takes leads.</summary>
    public async Task AddRepAsync(string rep, int capacity = 1, params string[] queues)
    {
        await AskAsync(rep, new RegisterRep(new RepId(rep), new RepProfile { Name = rep, Capacity = capacity, Queues = queues is [] ? ["sales"] : queues }));
        await SitDownAsync(rep);
    }

    public async Task SitDownAsync(string rep)
    {
        await AskAsync(rep, new ConnectRep($"screen-of-{rep}"));
        (await AskAsync(rep, new SetRepPresence(Presence.Available, null, null))).Refusal.ShouldBeNull();
    }

    public async Task<LeadReply> AcceptAsync(LeadId lead)
    {
        var offer = (await LeadAsync(lead)).Offer.ShouldNotBeNull("the lead rings nowhere");
        return await AskAsync(lead, new AcceptOffer(offer.Id, offer.Rep));
    }

    public async Task<LeadReply> CallAsync(LeadId lead)
    {
        var owned = await LeadAsync(lead);
        return await AskAsync(lead, new RequestCall(owned.Owner.ShouldNotBeNull(), owned.OwnerTicket.ShouldNotBeNull(), new AttemptId(NewId()), Manual: false));
    }

    /// <summary>The carrier's word about the lead's leg of the latest call.</summary>
    public async Task ReportAsync(LeadId lead, params CallStatus[] statuses)
    {
        var attempt = (await LeadAsync(lead)).Attempts[^1];
        foreach (var status in statuses)
            await new CarrierReports(Host).ReportAsync(new CarrierReport(lead, attempt.Id, CallLeg.Lead, status, Time.GetUtcNow()), CancellationToken.None);
    }

    public async Task<LeadReply> CompleteAsync(LeadId lead, string disposition, decimal? amount = null) => await AskAsync(lead,
        new CompleteLead((await LeadAsync(lead)).Owner.ShouldNotBeNull(), disposition, null, amount is { } sum ? new Money(sum, "ILS") : null, null));

    /// <summary>Waits until nothing is under way: no mail, no message in the outbox, nothing due.</summary>
    public Task SettleAsync() => Eventually.NothingMissingAsync(async () =>
    {
        if (Store.Crashed.IsCompleted)
            throw new StoreUnavailableException("The process is dead.");
        if (Host.Pending > 0)
            return $"{Host.Pending} messages are still being handled";
        if (await Store.ReadOutboxAsync(null, 1, CancellationToken.None) is [var row])
            return $"{row.Key} is still on its way to {row.To}";
        var now = Time.GetUtcNow();
        return (await Store.ReadDueAsync(DateTimeOffset.MaxValue, CancellationToken.None)).FirstOrDefault(due => due.At <= now) is { Id.Key: not null } late ? $"{late.Id} was due at {late.At:O}, it is {now:O}" : null;
    });

    /// <summary>Lets time pass second by second.</summary>
    public async Task StepAsync(int seconds)
    {
        await SettleAsync();
        for (var i = 0; i < seconds; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await SettleAsync();
        }
    }

    /// <summary>Lets time pass until it holds; fails when it does not in time.</summary>
    public async Task StepUntilAsync(Func<Task<bool>> holds, string what, int seconds = 120)
    {
        await SettleAsync();
        for (var i = 0; !await holds(); i++)
        {
            i.ShouldBeLessThan(seconds, $"{what} did not come within {seconds} s");
            Time.Advance(TimeSpan.FromSeconds(1));
            await SettleAsync();
        }
    }

    public Task StepUntilOfferedAsync(LeadId lead, string? to = null) =>
        StepUntilAsync(async () => (await LeadAsync(lead)).Offer is { } offer && (to is null || offer.Rep.Value == to), $"an offer of {lead} to {to ?? "anybody"}");

    /// <summary>The types of a lead's events, oldest first.</summary>
    public async Task<IReadOnlyList<string>> JournalAsync(LeadId lead) =>
        [.. (await Store.ReadEventsAsync(new ActorId(ActorKinds.Lead, lead.Value), CancellationToken.None)).Select(happened => happened.Type)];

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private sealed class FixedDesk : IDeskSource
    {
        public DeskSnapshot Current { get; } = DeskSnapshot.Of(DefaultDesk.Create() with
        {
            Queues = [DefaultDesk.Create().Queues[0], new QueueRules { Id = "vip" }],
        });
    }
}
