using System.Collections.Concurrent;
using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.Domain.Reps;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Reps;
using LeadRouter.Turns.Stored;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Hosting;

/// <summary>What the next process makes of what the last one left.</summary>
public sealed class RecoveryTests
{
    private static readonly ActorId A = new(ActorKinds.Contact, "a");
    private static readonly ActorId B = new(ActorKinds.Lead, "b");

    private static TellContact Numbered(int number) => new TellContact(new CloseContactLead(new LeadId($"{number:D5}")));

    private static string Number(Message message) => ((CloseContactLead)((TellContact)message).Command).LeadId.Value;

    private static OutboxMessage Row(ActorId from, long sequence, ActorId to, Message body) => new(new OutboxKey(from, sequence), to, StoredJson.Write(body));

    [Fact]
    public async Task What_a_message_on_its_way_sets_off_arrives_after_what_was_sent_before()
    {
        const int Many = 5000;
        // Somebody's message to A waits since before A's many messages to B; handling it, A says one more thing to B.
        var store = new MemoryStore();
        await store.CommitAsync(new TurnWrite
        {
            Id = new ActorId(ActorKinds.Rep, "somebody"),
            ExpectedVersion = 0,
            Outbox = [Row(new ActorId(ActorKinds.Rep, "somebody"), 1, A, Numbered(0))],
        }, default);
        await store.CommitAsync(new TurnWrite { Id = A, ExpectedVersion = 0, Outbox = [.. Enumerable.Range(2, Many).Select(i => Row(A, i, B, Numbered(i)))] }, default);
        var heard = new ConcurrentQueue<string>();
        await using var host = ScriptedActor.Host(store, new ManualTimeProvider(Centre.Monday), new EngineOptions(),
            new ScriptedActor(ActorKinds.Contact, (_, state, _, context) => ScriptedActor.Count(state, context, new Envelope(B, Numbered(99999)))),
            new ScriptedActor(ActorKinds.Lead, (_, state, message, context) =>
            {
                heard.Enqueue(Number(message));
                return ScriptedActor.Count(state, context);
            }));
        await host.StartAsync(default);
        await Eventually.TrueAsync(() => heard.Count == Many + 1, "B has not heard every message");
        heard.ShouldBe([.. Enumerable.Range(2, Many).Select(i => $"{i:D5}"), "99999"]);
    }

    [Fact]
    public async Task A_message_that_nobody_here_takes_stays_where_it_is_and_is_not_counted_as_on_its_way()
    {
        var store = new MemoryStore();
        await store.CommitAsync(new TurnWrite { Id = A, ExpectedVersion = 0, Outbox = [Row(A, 1, new ActorId(ActorKinds.Carrier, "a"), Numbered(1)), Row(A, 2, B, Numbered(2))] }, default);
        await using var host = ScriptedActor.Host(store, new ManualTimeProvider(Centre.Monday), new EngineOptions(),
            new ScriptedActor(ActorKinds.Lead, (_, state, _, context) => ScriptedActor.Count(state, context)));
        await host.StartAsync(default);
        await Eventually.TrueAsync(() => host.Pending == 0, "the message to the lead is still being handled");

        host.OutboxPending.ShouldBe(0);
        (await store.ReadOutboxAsync(null, 10, default)).ShouldHaveSingleItem().To.Kind.ShouldBe(ActorKinds.Carrier);
    }

    [Fact]
    public async Task A_deadline_set_while_recovering_is_not_put_back_to_the_old_one()
    {
        var time = new ManualTimeProvider(Centre.Monday);
        var store = new MemoryStore();
        var soon = Centre.Monday.AddSeconds(5);
        await store.CommitAsync(new TurnWrite { Id = B, ExpectedVersion = 0, State = StoredJson.Write(new Contact()), DueAt = Centre.Monday.AddHours(4), Outbox = [Row(A, 1, B, Numbered(1))] }, default);
        // The deadlines arrive late: turns of the recovery may overtake them.
        store.AfterReadDue = async () =>
        {
            for (var i = 0; i < 100 && store.Commits == 1; i++)
                await Task.Delay(1);
        };
        var woken = new TaskCompletionSource<DateTimeOffset>();
        await using var host = ScriptedActor.Host(store, time, new EngineOptions(), new ScriptedActor(ActorKinds.Lead, (_, state, message, context) =>
        {
            if (message is Wake)
                woken.TrySetResult(context.Now);
            return ScriptedActor.Count(state, context) with { DueAt = message is Wake ? null : soon };
        }));
        await host.StartAsync(default);
        await Eventually.TrueAsync(() => host.Pending == 0, "the message is still being handled");
        await Eventually.TrueAsync(() => time.Armed >= 2, "the clock is not running");
        time.Advance(TimeSpan.FromSeconds(6));
        (await woken.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(soon, TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task More_messages_on_their_way_than_may_wait_do_not_keep_the_host_from_starting()
    {
        var store = new MemoryStore();
        await using (var centre = await Centre.OpenAsync("plain", store: store))
            await centre.AddRepAsync("dana");
        var rep = new ActorId(ActorKinds.Rep, "dana");
        await store.CommitAsync(new TurnWrite
        {
            Id = A,
            ExpectedVersion = 0,
            Outbox = [.. Enumerable.Range(1, 300).Select(n => Row(A, n, rep, new TellRep(new WakeRep())))],
        }, default);

        await using var next = await Centre.OpenAsync("plain", new EngineOptions { TotalCapacity = 100, MailboxCapacity = 50 }, store);
        await next.SettleAsync();
        (await next.RepAsync("dana")).IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_rings_at_a_screen_of_the_last_process()
    {
        await using var centre = await Centre.OpenAsync("plain");
        await centre.AddRepAsync("dana");
        centre.Store.CrashAfter(1, acknowledged: false);
        await Should.ThrowAsync<StoreUnavailableException>(() => centre.PostAsync("+972521234567"));

        await using var next = await centre.RestartAsync();
        await next.StepAsync(20);
        (await next.Store.ReadJournalAsync(0, default, 1000, default)).Select(happened => happened.Type).ShouldNotContain("leadOffered");
    }

    [Fact]
    public async Task A_message_of_an_unknown_type_stays_in_the_outbox_and_stops_nothing()
    {
        var store = new MemoryStore();
        var unknown = Row(A, 1, B, Numbered(1)) with { Body = """{"$type":"sellLead"}"""u8.ToArray() };
        await store.CommitAsync(new TurnWrite { Id = A, ExpectedVersion = 0, Outbox = [unknown, Row(A, 2, B, Numbered(2))] }, default);
        var heard = new ConcurrentQueue<string>();
        var failures = new FailureCount();
        await using var host = ScriptedActor.Host(store, new ManualTimeProvider(Centre.Monday), new EngineOptions(), failures, new ScriptedActor(ActorKinds.Lead, (_, state, message, context) =>
        {
            heard.Enqueue(Number(message));
            return ScriptedActor.Count(state, context);
        }));
        await host.StartAsync(default);
        await Eventually.TrueAsync(() => host.Pending == 0 && !heard.IsEmpty, "B has not heard what it can read");
        heard.ShouldBe(["00002"]);
        failures.Kinds.ShouldBe([ActorKinds.Lead]);
        (await store.ReadOutboxAsync(null, 10, default)).ShouldHaveSingleItem().Body.ShouldBe(unknown.Body);
    }

    private sealed class FailureCount : IEngineProbe
    {
        public ConcurrentQueue<string> Kinds { get; } = [];

        public void TurnDone(string kind, TimeSpan took) { }

        public void DeadlineFired(TimeSpan lateness) { }

        public void MessageFailed(string kind) => Kinds.Enqueue(kind);
    }
}
