using LeadRouter.Turns.Actors;
using LeadRouter.Turns.Ports;
using static LeadRouter.Storage.Tests.Conformance.Turns;

namespace LeadRouter.Storage.Tests.Conformance;

/// <summary>The journal, the outbox, deadlines and indexes. Every store's tests inherit it.</summary>
public abstract class EngineStoreReadConformance : StoreSuite
{
    private IEngineStore Store => Under.Engine;

    [Fact]
    public async Task An_actors_events_come_oldest_first_as_they_were()
    {
        var at = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)).AddTicks(1);
        await Store.CommitAsync(State(Lead("a"), 0) with { Events = [new EventWrite(1, at, "LeadReceived", Json("one")), Event(2)] });
        await Store.CommitAsync(State(Lead("b"), 0) with { Events = [Event(1)] });
        await Store.CommitAsync(State(Lead("a"), 1) with { Events = [Event(3)] });

        var events = await Store.ReadEventsAsync(Lead("a"), None);
        events.Select(e => e.Sequence).ShouldBe([1, 2, 3]);
        events[0].Id.ShouldBe(Lead("a"));
        events[0].Type.ShouldBe("LeadReceived");
        events[0].Data.ShouldBe(Json("one"));
        events[0].At.ShouldBe(at);
        events[0].At.Offset.ShouldBe(TimeSpan.Zero);
        (await Store.ReadEventsAsync(Lead("c"), None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_journal_pages_in_commit_order()
    {
        for (var i = 1; i <= 25; i++)
            await Store.CommitAsync(State(Lead($"{i % 3}"), (i - 1) / 3) with { Events = [Event((i - 1) / 3 + 1, Noon.AddSeconds(i))] });

        var read = new List<StoredEvent>();
        for (var after = 0L; ;)
        {
            var page = await Store.ReadJournalAsync(after, DateTimeOffset.MinValue, 10, None);
            if (page.Count == 0) break;
            page.Count.ShouldBeLessThanOrEqualTo(10);
            read.AddRange(page);
            after = page[^1].Position;
        }
        read.Select(e => e.At).ShouldBe(Enumerable.Range(1, 25).Select(i => Noon.AddSeconds(i)));
        read.Select(e => e.Position).ShouldBe(read.Select(e => e.Position).Distinct().Order());
    }

    [Fact]
    public async Task The_journal_since_an_instant_leaves_out_what_is_older()
    {
        // Not in the order of time: a clock may step back.
        var minutes = new[] { 0, 30, 90, 45, 200, 60, 1440, 100 };
        for (var i = 0; i < minutes.Length; i++)
            await Store.CommitAsync(State(Lead($"{i}"), 0) with { Events = [Event(1, Noon.AddMinutes(minutes[i]))] });

        foreach (var since in minutes.Append(5000).Append(-5000))
        {
            var expected = minutes.Where(m => m >= since).Select(m => Noon.AddMinutes(m));
            (await Store.ReadJournalAsync(0, Noon.AddMinutes(since), 100, None)).Select(e => e.At).ShouldBe(expected);
        }
        (await Store.ReadJournalAsync(0, Noon.AddMinutes(30).AddTicks(1), 1, None))[0].At.ShouldBe(Noon.AddMinutes(90));
    }

    [Fact]
    public async Task What_is_personal_in_an_event_comes_back_with_it_until_it_is_erased()
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { Events = [Event(1) with { Personal = Json("one") }, Event(2)] });
        await Store.CommitAsync(State(Lead("a"), 1) with { Events = [Event(3) with { Personal = Json("three") }] });
        await Store.CommitAsync(State(Lead("b"), 0) with { Events = [Event(1) with { Personal = Json("other") }] });
        (await PersonalAsync()).ShouldBe(["a1 one", "a2 ", "a3 three", "b1 other"]);

        (await Store.ErasePersonalAsync(Lead("a"), None)).ShouldBe(2);
        (await PersonalAsync()).ShouldBe(["a1 ", "a2 ", "a3 ", "b1 other"]);
        (await Store.ReadEventsAsync(Lead("a"), None)).Select(e => (e.Sequence, e.Personal)).ShouldBe([(1, null), (2, null), (3, null)]);
        (await Store.ErasePersonalAsync(Lead("a"), None)).ShouldBe(0);
        await Under.ReopenAsync();
        (await PersonalAsync()).ShouldBe(["a1 ", "a2 ", "a3 ", "b1 other"]);
        (await Store.ReadEventsAsync(Lead("b"), None))[0].Personal.ShouldBe(Json("other"));
    }

    private async Task<IEnumerable<string>> PersonalAsync() => (await Store.ReadJournalAsync(0, DateTimeOffset.MinValue, 100, None))
        .Select(e => $"{e.Id.Key}{e.Sequence} {(e.Personal is { } personal ? System.Text.Encoding.UTF8.GetString(personal) : "")}");

    [Fact]
    public async Task The_outbox_pages_by_sender_and_sequence()
    {
        (ActorId From, long Sequence)[] sent = [(Rep("b"), 1), (Lead("b"), 10), (Lead("a"), 9), (Lead("a"), 10), (Lead("b"), 2), (Rep("a"), 1)];
        foreach (var group in sent.GroupBy(s => s.From))
            await Store.CommitAsync(State(group.Key, 0) with { Outbox = [.. group.Select(s => Message(s.From, s.Sequence, Lead("to")))] });

        var expected = sent.OrderBy(s => s.From.Kind, StringComparer.Ordinal).ThenBy(s => s.From.Key, StringComparer.Ordinal).ThenBy(s => s.Sequence);
        var read = new List<OutboxMessage>();
        for (OutboxKey? after = null; ;)
        {
            var page = await Store.ReadOutboxAsync(after, 2, None);
            if (page.Count == 0) break;
            read.AddRange(page);
            after = page[^1].Key;
        }
        read.Select(m => (m.Key.From, m.Key.Sequence)).ShouldBe(expected);
        read.ShouldAllBe(m => m.To == Lead("to"));
        read[0].Body.ShouldBe(Json("{}"));
    }

    [Fact]
    public async Task A_turn_consumes_one_message_and_sends_others()
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { Outbox = [Message(Lead("a"), 1, Rep("r"))] });
        await Store.CommitAsync(State(Rep("r"), 0) with { Consumed = new OutboxKey(Lead("a"), 1), Outbox = [Message(Rep("r"), 1, Lead("a"))] });
        (await Store.ReadOutboxAsync(null, 10, None)).Select(m => m.Key).ShouldBe([new OutboxKey(Rep("r"), 1)]);
    }

    [Fact]
    public async Task Due_actors_keep_their_instant_to_the_tick()
    {
        var due = new DateTimeOffset(2026, 3, 1, 23, 59, 59, TimeSpan.FromHours(-5)).AddTicks(9_999_999);
        await Store.CommitAsync(State(Lead("a"), 0) with { DueAt = due });
        await Store.CommitAsync(State(Lead("b"), 0));
        await Store.CommitAsync(State(Lead("c"), 0) with { DueAt = Noon });
        (await Store.ReadDueAsync(DateTimeOffset.MaxValue, None)).ShouldBe([new DueActor(Lead("a"), due), new DueActor(Lead("c"), Noon)], ignoreOrder: true);

        await Store.CommitAsync(State(Lead("a"), 1) with { DueAt = Noon.AddTicks(1) });
        await Store.CommitAsync(State(Lead("b"), 1) with { DueAt = Noon });
        await Store.CommitAsync(State(Lead("c"), 1));
        var moved = await Store.ReadDueAsync(DateTimeOffset.MaxValue, None);
        moved.ShouldBe([new DueActor(Lead("a"), Noon.AddTicks(1)), new DueActor(Lead("b"), Noon)], ignoreOrder: true);
        moved.ShouldAllBe(d => d.At.Offset == TimeSpan.Zero);
    }

    [Fact]
    public async Task Actors_due_until_an_instant_come_the_earliest_first()
    {
        foreach (var minutes in new[] { 5, 0, 10, 7, 6 }) await Store.CommitAsync(State(Lead($"{minutes}"), 0) with { DueAt = Noon.AddMinutes(minutes) });
        await Store.CommitAsync(State(Lead("never"), 0));
        (await Store.ReadDueAsync(Noon.AddMinutes(7), None)).Select(due => due.Id.Key).ShouldBe(["0", "5", "6", "7"]);
        (await Store.ReadDueAsync(Noon.AddTicks(-1), None)).ShouldBeEmpty();
        (await Store.ReadDueAsync(DateTimeOffset.MaxValue, None)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_last_position_is_that_of_the_last_event()
    {
        (await Store.LastPositionAsync(None)).ShouldBe(0);
        await Store.CommitAsync(State(Lead("a"), 0));
        (await Store.LastPositionAsync(None)).ShouldBe(0);
        await Store.CommitAsync(State(Lead("a"), 1) with { Events = [Event(1), Event(2)] });
        (await Store.LastPositionAsync(None)).ShouldBe((await Store.ReadJournalAsync(0, DateTimeOffset.MinValue, 10, None))[^1].Position);
    }

    [Fact]
    public async Task Index_entries_are_set_replaced_and_removed()
    {
        await Store.CommitAsync(State(Lead("a"), 0) with { Index = [new("open/x", "a", Json("1")), new("open/x", "b", Json("2")), new("open/y", "a", Json("3"))] });
        await Store.CommitAsync(State(Lead("a"), 1) with { Index = [new("open/x", "a", Json("9")), new("open/x", "b", null), new("open/x", "nobody", null)] });

        var entry = (await Store.ReadIndexAsync("open/x", None)).ShouldHaveSingleItem();
        entry.Key.ShouldBe("a");
        entry.Value.ShouldBe(Json("9"));
        (await Store.ReadIndexAsync("open", None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Index_entries_come_in_the_order_of_their_keys()
    {
        string[] keys = ["b", "a", "B", "ab", "1", "\u05d0", "_"];
        for (var i = 0; i < keys.Length; i++)
            await Store.CommitAsync(State(Lead($"lead-{i}"), 0) with { Index = [new("open/x", keys[i], Json("1"))] });

        var read = await Store.ReadIndexAsync("open/x", None);
        read.Select(entry => entry.Key).ShouldBe(["1", "B", "_", "a", "ab", "b", "\u05d0"]);
    }

    [Fact]
    public async Task Indexes_are_listed_by_prefix_while_they_have_entries()
    {
        string[] names = ["open/a", "open/b", "open/עברית", "open", "opens", "other", "open%"];
        foreach (var name in names) await Store.CommitAsync(NoState(Lead("a"), 0) with { Index = [new(name, "1", Json("1")), new(name, "2", Json("1"))] });
        await Store.CommitAsync(NoState(Lead("a"), 0) with { Index = [new("open/b", "1", null), new("open/b", "2", null), new("open/a", "1", null)] });

        (await Store.ListIndexesAsync("open/", None)).ShouldBe(["open/a", "open/עברית"], ignoreOrder: true);
        (await Store.ListIndexesAsync("open%", None)).ShouldBe(["open%"]);
        (await Store.ListIndexesAsync("", None)).Count.ShouldBe(6);
        (await Store.ListIndexesAsync("zz", None)).ShouldBeEmpty();
    }
}
