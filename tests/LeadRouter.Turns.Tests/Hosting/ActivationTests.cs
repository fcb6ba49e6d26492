using System.Collections.Concurrent;
using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Hosting;

/// <summary>Actors come into memory and leave it while messages keep coming; drains and defects.</summary>
public sealed class ActivationTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly ActorId A = new(ActorKinds.Contact, "a");

    private static ScriptedActor Counter { get; } = new(ActorKinds.Contact, (_, state, _, context) => ScriptedActor.Count(state, context));

    private static TellContact Numbered(int number) => new(new CloseContactLead(new LeadId($"{number:D5}")));

    [Fact]
    public async Task Actors_that_leave_memory_while_they_are_written_to_lose_nothing_and_mix_up_nothing()
    {
        const int Senders = 8, Each = 2000;
        var (store, time) = (new MemoryStore(), new ManualTimeProvider(Centre.Monday));
        var heard = new ConcurrentDictionary<string, ConcurrentQueue<string>>();
        var actor = new ScriptedActor(ActorKinds.Contact, (id, state, message, context) =>
        {
            heard.GetOrAdd(id.Key, _ => new()).Enqueue(((CloseContactLead)((TellContact)message).Command).LeadId.Value);
            return ScriptedActor.Count(state, context);
        });
        await using var host = ScriptedActor.Host(store, time, new EngineOptions { IdleAfter = TimeSpan.Zero, MaxActivations = 1 }, actor);
        await host.StartAsync(default);
        var sending = Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                host.Tell(new ActorId(ActorKinds.Contact, $"{sender}"), Numbered(i));
                if (i % 3 == 0)
                    await Task.Yield();
            }
        })).ToList();
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return sending.TrueForAll(task => task.IsCompleted) && host.Pending == 0;
        }, "messages are still being handled");

        for (var sender = 0; sender < Senders; sender++)
        {
            heard[$"{sender}"].ShouldBe(Enumerable.Range(0, Each).Select(i => $"{i:D5}"));
            (await store.ReadEventsAsync(new ActorId(ActorKinds.Contact, $"{sender}"), default)).Count.ShouldBe(Each);
        }

        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return host.Activations.Count == 0;
        }, "idle actors stay in memory");
    }

    [Fact]
    public async Task Readers_of_what_does_not_exist_leave_nothing_behind()
    {
        await using var centre = await Centre.OpenAsync("plain");
        for (var i = 0; i < 500; i++)
            (await centre.Host.AskAsync(new ActorId(ActorKinds.Lead, $"nobody-{i}"), new GetLead())).Lead.ShouldBeNull();
        centre.Store.Commits.ShouldBe(0);
        // Not when they have been idle for long: a second of such questions would fill the memory.
        await Eventually.TrueAsync(() => !centre.Host.Activations.ContainsKey(ActorKinds.Lead), "unknown ids stay in memory");
    }

    [Fact]
    public async Task An_unknown_kind_of_actor_is_refused_and_not_counted()
    {
        await using var centre = await Centre.OpenAsync("plain");
        await Should.ThrowAsync<KeyNotFoundException>(() => centre.Host.AskAsync(new ActorId("unicorn", "1"), new GetLead()));
        centre.Host.Pending.ShouldBe(0);
    }

    [Fact]
    public async Task A_drain_lets_what_was_taken_end_and_takes_no_more()
    {
        var store = new MemoryStore();
        var (gate, time) = (new TaskCompletionSource(), new ManualTimeProvider(Centre.Monday));
        store.BeforeCommit = _ => gate.Task;
        await using var host = ScriptedActor.Host(store, time, new EngineOptions(), Counter);
        await host.StartAsync(default);
        for (var i = 0; i < 10; i++)
            host.Tell(A, Numbered(i));
        var draining = host.DrainAsync(default);
        await Should.ThrowAsync<OverloadedException>(() => host.AskAsync(A, new GetLead()));
        draining.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            return draining.IsCompleted;
        }, "the drain does not end");
        (await store.ReadEventsAsync(A, default)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_message_with_a_defect_stays_on_its_way_until_the_next_start_and_others_pass()
    {
        var (store, broken) = (new MemoryStore(), true);
        var receiver = new ScriptedActor(ActorKinds.Lead, (_, state, message, context) =>
            broken && message is TellContact { Command: CloseContactLead { LeadId.Value: "00001" } } ? throw new FormatException("a defect") : ScriptedActor.Count(state, context));
        var sender = new ScriptedActor(ActorKinds.Contact, (_, state, message, context) => ScriptedActor.Count(state, context, new Envelope(new ActorId(ActorKinds.Lead, "b"), message)));
        var time = new ManualTimeProvider(Centre.Monday);
        await using (var host = ScriptedActor.Host(store, time, new EngineOptions(), sender, receiver))
        {
            await host.StartAsync(default);
            for (var i = 0; i < 3; i++)
                host.Tell(A, Numbered(i));
            await Eventually.TrueAsync(() => host.Pending == 0, "messages are still being handled");
        }

        (await store.ReadOutboxAsync(null, 10, default)).ShouldHaveSingleItem();
        broken = false;
        await using var next = ScriptedActor.Host(store.Snapshot(), time, new EngineOptions(), sender, receiver);
        await next.StartAsync(default);
        await Eventually.TrueAsync(() => next.Pending == 0, "the message is still being handled");
        (await next.AskAsync(new ActorId(ActorKinds.Lead, "b"), new AskContact()).WaitAsync(Soon)).Sequence.ShouldBe(4);
    }

    /// <summary>Asks a scripted actor for its state.</summary>
    private sealed record AskContact : Ask<Contact>;
}
