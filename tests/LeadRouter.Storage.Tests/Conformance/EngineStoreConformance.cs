using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>Actors, versions and what belongs to one turn. Every store's tests inherit it.</summary>
public abstract class EngineStoreConformance : StoreSuite
{
    private IEngineStore Store => Under.Engine;

    [Fact]
    public async Task An_actor_never_written_is_null()
    {
        (await Store.LoadAsync(Lead("a"))).ShouldBeNull();
        Store.IsHealthy.ShouldBeTrue();
        Store.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task Versions_count_the_writes_from_one()
    {
        await Store.CommitAsync(State(Lead("a"), 0, "first") with { OutboxSequence = 3 });
        var first = (await Store.LoadAsync(Lead("a"))).ShouldNotBeNull();
        (first.Version, first.OutboxSequence).ShouldBe((1, 3));
        first.State.ShouldBe(Json("first"));

        await Store.CommitAsync(State(Lead("a"), 1, "second") with { OutboxSequence = 5 });
        var second = (await Store.LoadAsync(Lead("a"))).ShouldNotBeNull();
        (second.Version, second.OutboxSequence).ShouldBe((2, 5));
        second.State.ShouldBe(Json("second"));
    }

    [Fact]
    public async Task Many_actors_are_loaded_at_once()
    {
        string[] keys = ["a", "A", "עברית", "emoji-😀", "quote\"'", "comma,{}"];
        foreach (var key in keys) await Store.CommitAsync(State(Lead(key), 0, key) with { OutboxSequence = 4 });
        await Store.CommitAsync(State(Rep("absent"), 0));

        var loaded = await Store.LoadManyAsync(ActorKinds.Lead, [.. keys, "a", "absent"], None);
        loaded.Keys.ShouldBe(keys, ignoreOrder: true);
        foreach (var key in keys)
        {
            (loaded[key].Version, loaded[key].OutboxSequence).ShouldBe((1, 4));
            loaded[key].State.ShouldBe(Json(key));
        }
        (await Store.LoadManyAsync(ActorKinds.Lead, [], None)).ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.LoadManyAsync(ActorKinds.Lead, [.. Enumerable.Range(0, 1001).Select(i => $"{i}")], None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_turn_on_another_version_conflicts_and_writes_nothing(long expected)
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { Outbox = [Message(Lead("a"), 1)] });
        await Store.CommitAsync(State(Lead("a"), 1, "kept"));

        await Should.ThrowAsync<VersionConflictException>(() => Store.CommitAsync(State(Lead("a"), expected, "lost") with
        {
            Events = [Event(1)],
            Outbox = [Message(Lead("a"), 2)],
            Consumed = new OutboxKey(Lead("a"), 1),
            Index = [new IndexChange("open", "a", Json("1"))],
            LeadRow = Row("a", Noon),
            DueAt = Noon,
        }));

        var stored = (await Store.LoadAsync(Lead("a"))).ShouldNotBeNull();
        stored.Version.ShouldBe(2);
        stored.State.ShouldBe(Json("kept"));
        (await Store.ReadEventsAsync(Lead("a"), None)).ShouldBeEmpty();
        (await Store.ReadOutboxAsync(null, 10, None)).Select(m => m.Key.Sequence).ShouldBe([1]);
        (await Store.ReadIndexAsync("open", None)).ShouldBeEmpty();
        (await Store.FindLeadsAsync(new LeadQuery(), None)).ShouldBeEmpty();
        (await Store.ReadDueAsync(DateTimeOffset.MaxValue, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turn_without_state_leaves_state_version_and_due()
    {
        await Store.CommitAsync(State(Lead("a"), 0, "kept") with { DueAt = Noon, OutboxSequence = 7 });
        await Store.CommitAsync(NoState(Lead("a"), 1) with { Events = [Event(1)] });

        var stored = (await Store.LoadAsync(Lead("a"))).ShouldNotBeNull();
        (stored.Version, stored.OutboxSequence).ShouldBe((1, 7));
        stored.State.ShouldBe(Json("kept"));
        (await Store.ReadDueAsync(DateTimeOffset.MaxValue, None)).ShouldBe([new DueActor(Lead("a"), Noon)]);
        (await Store.ReadEventsAsync(Lead("a"), None)).Count.ShouldBe(1);
        await Should.ThrowAsync<VersionConflictException>(() => Store.CommitAsync(NoState(Lead("a"), 2) with { Events = [Event(2)] }));
    }

    [Fact]
    public async Task A_deleted_actor_is_gone_and_its_events_stay()
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { DueAt = Noon, Events = [Event(1)], LeadRow = Row("a", Noon) });
        await Should.ThrowAsync<VersionConflictException>(() => Store.CommitAsync(NoState(Lead("a"), 0) with { Delete = true }));
        await Store.CommitAsync(NoState(Lead("a"), 1) with { Delete = true });

        (await Store.LoadAsync(Lead("a"))).ShouldBeNull();
        (await Store.ReadDueAsync(DateTimeOffset.MaxValue, None)).ShouldBeEmpty();
        (await Store.ListKeysAsync(ActorKinds.Lead, None)).ShouldBeEmpty();
        (await Store.FindLeadsAsync(new LeadQuery(), None)).ShouldBeEmpty();
        (await Store.ReadEventsAsync(Lead("a"), None)).Count.ShouldBe(1);
        await Store.CommitAsync(State(Lead("a"), 0));
        (await Store.LoadAsync(Lead("a"))).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_sequence_written_twice_conflicts_and_writes_nothing()
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { Events = [Event(1)] });
        await Should.ThrowAsync<VersionConflictException>(() => Store.CommitAsync(State(Lead("a"), 1, "lost") with { Events = [Event(2), Event(1)] }));

        (await Store.LoadAsync(Lead("a"))).ShouldNotBeNull().Version.ShouldBe(1);
        (await Store.ReadEventsAsync(Lead("a"), None)).Select(e => e.Sequence).ShouldBe([1]);
        Store.IsHealthy.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_writers_on_one_version_one_wins()
    {
        for (var version = 0; version < 20; version++)
        {
            var expected = version;
            var won = await Task.WhenAll(Enumerable.Range(0, 32).Select(async writer =>
            {
                try
                {
                    await Store.CommitAsync(State(Lead("a"), expected, $"{writer}"));
                    return writer;
                }
                catch (VersionConflictException)
                {
                    return -1;
                }
            }));
            var winner = won.Where(w => w >= 0).ShouldHaveSingleItem();
            var stored = (await Store.LoadAsync(Lead("a"))).ShouldNotBeNull();
            stored.Version.ShouldBe(version + 1);
            stored.State.ShouldBe(Json($"{winner}"));
        }
    }

    [Fact]
    public async Task A_cancelled_commit_is_cancelled()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => Store.CommitAsync(State(Lead("a"), 0), new CancellationToken(true)));
        (await Store.LoadAsync(Lead("a"))).ShouldBeNull();
    }

    [Fact]
    public async Task Keys_are_compared_exactly_and_come_back_as_they_were()
    {
        string[] keys = ["a", "A", "a ", "עברית", "emoji-😀", "per%cent_", "quote'", new string('k', 400)];
        foreach (var key in keys) await Store.CommitAsync(State(Lead(key), 0, key));
        await Store.CommitAsync(State(Rep("a"), 0, "rep"));

        (await Store.ListKeysAsync(ActorKinds.Lead, None)).ShouldBe(keys, ignoreOrder: true);
        foreach (var key in keys) (await Store.LoadAsync(Lead(key))).ShouldNotBeNull().State.ShouldBe(Json(key));
    }

    [Fact]
    public async Task Any_bytes_come_back()
    {
        byte[][] states = [[], [0], [0, 0xFF, 0, 1], [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31))]];
        for (var i = 0; i < states.Length; i++)
        {
            await Store.CommitAsync(NoState(Lead($"{i}"), 0) with { State = states[i], Events = [new EventWrite(1, Noon, "T", states[i])] });
            (await Store.LoadAsync(Lead($"{i}"))).ShouldNotBeNull().State.ShouldBe(states[i]);
            (await Store.ReadEventsAsync(Lead($"{i}"), None))[0].Data.ShouldBe(states[i]);
        }
    }

    [Fact]
    public async Task What_was_committed_is_there_after_reopening()
    {
        await Store.CommitAsync(State(Lead("a"), 0, "s") with
        {
            OutboxSequence = 1,
            DueAt = Noon,
            Events = [Event(1)],
            Outbox = [Message(Lead("a"), 1)],
            Index = [new IndexChange("open", "a", Json("1"))],
            LeadRow = Row("a", Noon),
        });
        await Under.ReopenAsync();

        (await Store.LoadAsync(Lead("a"))).ShouldNotBeNull().OutboxSequence.ShouldBe(1);
        (await Store.ReadDueAsync(DateTimeOffset.MaxValue, None)).Count.ShouldBe(1);
        (await Store.ReadEventsAsync(Lead("a"), None)).Count.ShouldBe(1);
        (await Store.ReadOutboxAsync(null, 10, None)).Count.ShouldBe(1);
        (await Store.ReadIndexAsync("open", None)).Count.ShouldBe(1);
        (await Store.FindLeadsAsync(new LeadQuery(), None)).ShouldBe(["a"]);
        await Should.ThrowAsync<VersionConflictException>(() => Store.CommitAsync(State(Lead("a"), 0)));
    }
}
