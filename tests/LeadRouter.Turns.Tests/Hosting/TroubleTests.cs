using System.Collections.Concurrent;
using LeadRouter.Cluster;
using LeadRouter.Domain;
using LeadRouter.Domain.Contacts;
using LeadRouter.TestSupport;
using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Contacts;
using LeadRouter.Turns.Leads;
using LeadRouter.Turns.Ports;
using LeadRouter.Turns.Tests.Centres;

namespace LeadRouter.Turns.Tests.Hosting;

/// <summary>A store that fails, actors with defects, too much at once, and the end.</summary>
public sealed class TroubleTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly ActorId A = new(ActorKinds.Contact, "a");

    private static TellContact Numbered(int number) => new TellContact(new CloseContactLead(new LeadId($"{number:D5}")));

    private static string Number(Message message) => ((CloseContactLead)((TellContact)message).Command).LeadId.Value;

    [Fact]
    public async Task Tells_are_tried_again_in_order_and_asks_are_told_while_the_store_fails()
    {
        var (store, time) = (new MemoryStore(), new ManualTimeProvider(Centre.Monday));
        var heard = new ConcurrentQueue<string>();
        await using var host = ScriptedActor.Host(store, time, new EngineOptions(), new ScriptedActor(ActorKinds.Contact, (_, state, message, context) =>
        {
            if (message is TellContact)
                heard.Enqueue(Number(message));
            return ScriptedActor.Count(state, context) with { Reply = new LeadReply(null, null) };
        }));
        await host.StartAsync(default);
        store.IsDown = true;
        for (var i = 1; i <= 3; i++)
            host.Tell(A, Numbered(i));
        await Eventually.TrueAsync(() => time.Armed >= 3, "the first message has not failed yet");

        // Two asks: one before a retry, one after; neither waits for the store to come back.
        for (var i = 0; i < 2; i++)
        {
            var ask = host.AskAsync(A, new GetLead());
            await Eventually.TrueAsync(() =>
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                return ask.IsCompleted;
            }, "an ask hangs behind a message that cannot be stored");
            await Should.ThrowAsync<StoreUnavailableException>(() => ask);
        }

        store.IsDown = false;
        heard.Clear();
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return host.Pending == 0;
        }, "the messages were not handled when the store had recovered");
        heard.ShouldBe(["00001", "00002", "00003"]);
        (await store.ReadEventsAsync(A, default)).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_that_became_durable_though_the_store_said_no_is_acted_on_once(bool asked)
    {
        var (store, time) = (new MemoryStore(), new ManualTimeProvider(Centre.Monday));
        var (counted, heard) = (0, 0);
        var b = new ActorId(ActorKinds.Contact, "b");
        await using var host = ScriptedActor.Host(store, time, new EngineOptions(), new ScriptedActor(ActorKinds.Contact, (id, state, message, context) =>
        {
            if (id == b)
            {
                Interlocked.Increment(ref heard);
                return Turn.Unchanged(state, null);
            }

            return message is Wake ? Turn.Unchanged(state, null) : ScriptedActor.Count(state, context, new Envelope(b, Numbered(++counted))) with { Reply = new LeadReply(null, null) };
        }));
        var watcher = new CountingObserver();
        host.Observe(watcher);
        await host.StartAsync(default);
        store.LoseAnswers(1);
        if (asked)
            await Should.ThrowAsync<StoreUnavailableException>(() => host.AskAsync(A, new GetLead()).WaitAsync(Soon));
        else
            host.Tell(A, Numbered(1));
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return heard == 1 && host.Pending == 0;
        }, "what the turn said has not arrived");
        watcher.Turns.ShouldBe(1);
        (await store.ReadEventsAsync(A, default)).Count.ShouldBe(1);
        (await store.ReadOutboxAsync(null, 10, default)).ShouldBeEmpty();
        host.OutboxPending.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_another_process_handles_first_is_done_with()
    {
        var (store, time) = (new MemoryStore(), new ManualTimeProvider(Centre.Monday));
        var b = new ActorId(ActorKinds.Contact, "b");
        await using var host = ScriptedActor.Host(store, time, new EngineOptions(), new ScriptedActor(ActorKinds.Contact, (id, state, message, context) =>
            ScriptedActor.Count(state, context, id == A ? [new Envelope(b, message)] : [])));
        await host.StartAsync(default);
        var overtaken = 0;
        store.BeforeCommit = async write =>
        {
            if (write is { Consumed: { } consumed } && write.Id == b && Interlocked.Increment(ref overtaken) == 1)
                await store.CommitAsync(new TurnWrite { Id = b, ExpectedVersion = 0, Consumed = consumed }, default);
        };
        host.Tell(A, Numbered(1));
        await Eventually.TrueAsync(() => overtaken > 0 && host.Pending == 0, "the message comes again for ever");
        (await store.LoadAsync(b, default)).ShouldBeNull();
        host.OutboxPending.ShouldBe(0);

        host.Tell(A, Numbered(2));
        await Eventually.TrueAsync(() => host.Pending == 0 && store.Commits >= 4, "the next message was not handled");
        (await store.LoadAsync(b, default)).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task An_ask_that_meets_somebody_elses_write_is_answered()
    {
        var store = new MemoryStore();
        await using var host = ScriptedActor.Host(store, new ManualTimeProvider(Centre.Monday), new EngineOptions(),
            new ScriptedActor(ActorKinds.Contact, (_, state, _, context) => ScriptedActor.Count(state, context) with { Reply = new LeadReply(null, null) }));
        await host.StartAsync(default);
        await host.AskAsync(A, new GetLead());
        await store.CommitAsync(new TurnWrite { Id = A, ExpectedVersion = 1, State = "{\"sequence\":1}"u8.ToArray() }, default);
        await Should.ThrowAsync<StoreUnavailableException>(() => host.AskAsync(A, new GetLead()).WaitAsync(Soon));
        (await host.AskAsync(A, new GetLead()).WaitAsync(Soon)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_defect_neither_stops_the_actor_nor_loses_a_queues_waiting_leads()
    {
        var (store, time) = (new MemoryStore(), new ManualTimeProvider(Centre.Monday));
        var woken = new TaskCompletionSource();
        await using var host = ScriptedActor.Host(store, time, new EngineOptions(), new ScriptedActor(ActorKinds.Queue, (_, state, message, _) => message switch
        {
            GetLead => Turn.Unchanged(state, null, new LeadReply(null, null)),
            Wake => Wakes(state),
            _ => throw new FormatException("a defect"),
        }) { IsVolatile = true });
        await host.StartAsync(default);
        var queue = new ActorId(ActorKinds.Queue, "sales");
        host.Tell(queue, Numbered(1));
        // What it knew is gone with the defect: it is rebuilt soon, though nobody writes to it any more.
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return woken.Task.IsCompleted;
        }, "the queue was never woken to be rebuilt");
        (await host.AskAsync(queue, new GetLead()).WaitAsync(Soon)).ShouldNotBeNull();

        Turn Wakes(object? state)
        {
            woken.TrySetResult();
            return Turn.Unchanged(state, null);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_that_runs_out_of_memory_is_answered_or_tried_again_and_the_actor_goes_on(bool asked)
    {
        var (store, time) = (new MemoryStore(), new ManualTimeProvider(Centre.Monday));
        var tries = 0;
        using var log = new MemoryLog();
        await using var host = ScriptedActor.Host(store, time, new EngineOptions(), new NoProbe(), log, new ScriptedActor(ActorKinds.Contact, (_, state, _, context) =>
            Interlocked.Increment(ref tries) == 1 ? throw new InsufficientMemoryException("no room") : ScriptedActor.Count(state, context) with { Reply = new LeadReply(null, null) }));
        await host.StartAsync(default);
        if (asked)
            await Should.ThrowAsync<StoreUnavailableException>(() => host.AskAsync(A, new GetLead()).WaitAsync(Soon));
        else
            host.Tell(A, Numbered(1));
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return host.Pending == 0 && (asked || tries == 2);
        }, "the message is lost");
        (await host.AskAsync(A, new GetLead()).WaitAsync(Soon)).ShouldNotBeNull();
        host.Pending.ShouldBe(0);
        log.OutOfMemory.ShouldBe(1, "nobody is told of it");
    }

    [Fact]
    public async Task Too_much_is_turned_away_and_what_was_taken_is_answered()
    {
        var (store, time) = (new MemoryStore(), new ManualTimeProvider(Centre.Monday));
        var gate = new TaskCompletionSource();
        store.BeforeCommit = _ => gate.Task;
        var options = new EngineOptions { MailboxCapacity = 10, TotalCapacity = 100 };
        await using var host = ScriptedActor.Host(store, time, options,
            new ScriptedActor(ActorKinds.Contact, (_, state, _, context) => ScriptedActor.Count(state, context) with { Reply = new LeadReply(null, null) }));
        await host.StartAsync(default);
        var asks = Enumerable.Range(0, 1000).Select(i => host.AskAsync(new ActorId(ActorKinds.Contact, $"{i % 3}"), new GetLead())).ToList();
        host.Pending.ShouldBeLessThanOrEqualTo(33);
        var spread = Enumerable.Range(0, 1000).Select(i => host.AskAsync(new ActorId(ActorKinds.Contact, $"other-{i}"), new GetLead())).ToList();
        host.Pending.ShouldBeLessThanOrEqualTo(100);
        gate.SetResult();
        var turnedAway = 0;
        foreach (var ask in asks.Concat(spread))
        {
            try
            {
                await ask.WaitAsync(Soon);
            }
            catch (OverloadedException)
            {
                turnedAway++;
            }
        }

        turnedAway.ShouldBeInRange(1900, 1990);
        await Eventually.TrueAsync(() => host.Pending == 0, $"{host.Pending} messages are counted as waiting for ever");
        (await host.AskAsync(A, new GetLead()).WaitAsync(Soon)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_host_that_ends_answers_who_still_waits_and_writes_no_more()
    {
        var store = new MemoryStore();
        var gate = new TaskCompletionSource();
        store.BeforeCommit = _ => gate.Task;
        var host = ScriptedActor.Host(store, new ManualTimeProvider(Centre.Monday), new EngineOptions(),
            new ScriptedActor(ActorKinds.Contact, (_, state, _, context) => ScriptedActor.Count(state, context) with { Reply = new LeadReply(null, null) }));
        await host.StartAsync(default);
        var asks = Enumerable.Range(0, 5).Select(_ => host.AskAsync(A, new GetLead())).ToList();
        var ending = host.DisposeAsync().AsTask();
        gate.SetResult();
        await ending.WaitAsync(Soon);

        var commits = store.Commits;
        commits.ShouldBeLessThanOrEqualTo(1);
        for (var i = 0; i < asks.Count; i++)
        {
            if (i < commits)
                (await asks[i].WaitAsync(Soon)).ShouldNotBeNull();
            else
                await Should.ThrowAsync<OverloadedException>(() => asks[i].WaitAsync(Soon));
        }

        host.Tell(A, new Wake());
        await Should.ThrowAsync<OverloadedException>(() => host.AskAsync(A, new GetLead()).WaitAsync(Soon));
        store.Commits.ShouldBe(commits);
    }

    [Fact]
    public async Task A_drain_that_is_given_up_returns_though_the_clock_stands_still()
    {
        var store = new MemoryStore();
        await using var host = ScriptedActor.Host(store, new ManualTimeProvider(Centre.Monday), new EngineOptions(),
            new ScriptedActor(ActorKinds.Contact, (_, state, _, context) => ScriptedActor.Count(state, context)));
        await host.StartAsync(default);
        store.IsDown = true;
        host.Tell(A, Numbered(1));
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await host.DrainAsync(giveUp.Token).WaitAsync(Soon);
        await Should.ThrowAsync<OverloadedException>(() => host.AskAsync(A, new GetLead()));
    }

    [Fact]
    public async Task A_wall_clock_that_is_moved_forward_delays_a_deadline_by_a_second_at_most()
    {
        await using var centre = await Centre.OpenAsync("plain");
        var lead = (await centre.PostAsync("+972521234567")).Lead;
        await centre.SettleAsync();
        centre.Time.Step(TimeSpan.FromSeconds(50));
        centre.Time.Advance(TimeSpan.FromSeconds(1));
        await centre.SettleAsync();
        (await centre.JournalAsync(lead)).ShouldContain("slaWarned");
    }

    private sealed class CountingObserver : ITurnObserver
    {
        private int _turns;

        public int Turns => _turns;

        public void Committed(CommittedTurn turn) => Interlocked.Increment(ref _turns);
    }
}
