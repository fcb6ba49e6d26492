using LeadRouter.Server.Features.Desks;
using LeadRouter.Server.Platform.Floor;
using LeadRouter.Server.Platform.Journals;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Boards.Tests;

/// <summary>What a server shows of the floor, fed by the journal of a store.</summary>
public sealed class FloorViewTests
{
    private readonly MemoryStore _memory = new();
    private readonly ManualTimeProvider _time = new(Given.Monday);
    private readonly MemoryDocuments _documents = new();

    [Fact]
    public async Task A_page_that_comes_again_or_overlaps_changes_nothing()
    {
        var floor = Given.Floor(_memory, new DeskService(_documents), _time);
        await floor.StartAsync(default);
        for (var i = 1; i <= 50; i++)
            await _memory.CommitAsync(Given.Receive(i, Given.Monday), default);
        var journal = await _memory.ReadJournalAsync(0, Given.Monday, 1000, default);

        foreach (var (from, to) in new[] { (0, 30), (0, 30), (10, 40), (39, 100), (0, 100) })
            await floor.TakeAsync([.. journal.Take(to).Skip(from)], default);

        (Received(floor), floor.OpenLeads, floor.Queues()["sales"].Waiting).ShouldBe((50, 50, 50));
    }

    [Fact]
    public async Task A_start_takes_over_where_another_left()
    {
        for (var i = 1; i <= 10; i++)
            await _memory.CommitAsync(Given.Receive(i, Given.Monday), default);
        var floor = Given.Floor(_memory, new DeskService(_documents), _time);
        var position = await floor.StartAsync(default);
        for (var i = 11; i <= 15; i++)
            await _memory.CommitAsync(Given.Receive(i, Given.Monday), default);

        await floor.TakeAsync(await _memory.ReadJournalAsync(position, Given.Monday, 1000, default), default);

        (Received(floor), floor.OpenLeads).ShouldBe((15, 15));
    }

    [Fact]
    public async Task A_new_calendar_counts_the_day_again_while_leads_come_in()
    {
        // By the time of Israel the leads came today; by that of Hawaii half of them came yesterday.
        var today = Given.Monday.AddHours(3);
        _time.Advance(TimeSpan.FromHours(3.5));
        for (var i = 1; i <= 3000; i++)
            await _memory.CommitAsync(Given.Receive(i, i % 2 == 0 ? today : Given.Monday), default);
        var desks = new DeskService(_documents);
        await desks.LoadAsync(Given.Desk with { TimeZone = "Asia/Jerusalem" }, default);
        var (store, watch) = WatchedStore.Of(_memory);
        var floor = Given.Floor(store, desks, _time);
        using var follower = new JournalFollower<FloorView>(floor, store, _memory, TimeProvider.System, NullLogger<JournalFollower<FloorView>>.Instance);
        follower.StartAfter(await floor.StartAsync(default));
        await follower.StartAsync(default);
        Received(floor).ShouldBe(3000);

        // Every page that the new count reads lets another lead in before it comes back.
        var more = 3000;
        watch.Before = method =>
        {
            if (method == nameof(IEngineStore.ReadJournalAsync) && more < 3030)
                _memory.CommitAsync(Given.Receive(Interlocked.Increment(ref more), today), default).Wait();
        };
        await desks.PutAsync(Given.Desk with { TimeZone = "Pacific/Honolulu" }, null, default);
        await floor.FollowCalendarAsync(default);
        watch.Before = null;
        await follower.CatchUpAsync(default);

        await follower.StopAsync(default);
        Received(floor).ShouldBe(1500 + more - 3000);
        floor.OpenLeads.ShouldBe(more);
    }

    [Fact]
    public async Task Whoever_looks_within_a_moment_shares_the_board_and_no_change_is_missed()
    {
        var floor = Given.Floor(_memory, new DeskService(_documents), _time);
        await floor.StartAsync(default);
        var boards = Given.Boards(floor, _time);
        var first = boards.Now();
        boards.Now().ShouldBeSameAs(first);

        await _memory.CommitAsync(Given.Receive(1, Given.Monday), default);
        await floor.TakeAsync(await _memory.ReadJournalAsync(0, Given.Monday, 10, default), default);
        boards.Now().ShouldBeSameAs(first);
        first.Changes.ShouldBeLessThan(floor.Changes);

        _time.Advance(TimeSpan.FromMilliseconds(100));
        var second = await boards.NextAsync(first.Changes, default);
        (second.Changes, Boards.Read(second).Totals.Received).ShouldBe((floor.Changes, 1));
        boards.NextAsync(second.Changes, default).IsCompleted.ShouldBeFalse();

        floor.LookAnew();
        boards.Now().ShouldNotBeSameAs(second);
    }

    private static int Received(FloorView floor) => floor.Read((day, _, _) => day.Received);
}
