using LeadRouter.Server.Boards;
using LeadRouter.Server.Desks;
using LeadRouter.Server.Journals;
using LeadRouter.Turns.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Boards.Tests;

/// <summary>The board of a server, fed by the journal of a store.</summary>
public sealed class BoardServiceTests
{
    private readonly MemoryStore _memory = new();
    private readonly ManualTimeProvider _time = new(Given.Monday);
    private readonly MemoryDocuments _documents = new();

    [Fact]
    public async Task A_page_that_comes_again_or_overlaps_changes_nothing()
    {
        var board = Given.Board(_memory, new DeskService(_documents), _time);
        await board.StartAsync(default);
        for (var i = 1; i <= 50; i++)
            await _memory.CommitAsync(Given.Receive(i, Given.Monday), default);
        var journal = await _memory.ReadJournalAsync(0, Given.Monday, 1000, default);

        foreach (var (from, to) in new[] { (0, 30), (0, 30), (10, 40), (39, 100), (0, 100) })
            await board.TakeAsync([.. journal.Take(to).Skip(from)], default);

        (Received(board), board.OpenLeads, board.Queues()["sales"].Waiting).ShouldBe((50, 50, 50));
    }

    [Fact]
    public async Task A_start_takes_over_where_another_left()
    {
        for (var i = 1; i <= 10; i++)
            await _memory.CommitAsync(Given.Receive(i, Given.Monday), default);
        var board = Given.Board(_memory, new DeskService(_documents), _time);
        var position = await board.StartAsync(default);
        for (var i = 11; i <= 15; i++)
            await _memory.CommitAsync(Given.Receive(i, Given.Monday), default);

        await board.TakeAsync(await _memory.ReadJournalAsync(position, Given.Monday, 1000, default), default);

        (Received(board), board.OpenLeads).ShouldBe((15, 15));
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
        var board = Given.Board(store, desks, _time);
        using var follower = new JournalFollower<BoardService>(board, store, _memory, TimeProvider.System, NullLogger<JournalFollower<BoardService>>.Instance);
        follower.StartAfter(await board.StartAsync(default));
        await follower.StartAsync(default);
        Received(board).ShouldBe(3000);

        // Every page that the new count reads lets another lead in before it comes back.
        var more = 3000;
        watch.Before = method =>
        {
            if (method == nameof(IEngineStore.ReadJournalAsync) && more < 3030)
                _memory.CommitAsync(Given.Receive(Interlocked.Increment(ref more), today), default).Wait();
        };
        await desks.PutAsync(Given.Desk with { TimeZone = "Pacific/Honolulu" }, null, default);
        await board.FollowCalendarAsync(default);
        watch.Before = null;
        await follower.CatchUpAsync(default);

        await follower.StopAsync(default);
        Received(board).ShouldBe(1500 + more - 3000);
        board.OpenLeads.ShouldBe(more);
    }

    [Fact]
    public async Task Whoever_looks_within_a_moment_shares_the_board_and_no_change_is_missed()
    {
        var board = Given.Board(_memory, new DeskService(_documents), _time);
        await board.StartAsync(default);
        var first = board.Snapshot();
        board.Snapshot().ShouldBeSameAs(first);

        await _memory.CommitAsync(Given.Receive(1, Given.Monday), default);
        await board.TakeAsync(await _memory.ReadJournalAsync(0, Given.Monday, 10, default), default);
        board.Snapshot().ShouldBeSameAs(first);
        first.Changes.ShouldBeLessThan(board.Changes);

        _time.Advance(TimeSpan.FromMilliseconds(100));
        var second = await board.NextAsync(first.Changes, default);
        (second.Changes, Received(board)).ShouldBe((board.Changes, 1));
        board.NextAsync(second.Changes, default).IsCompleted.ShouldBeFalse();
    }

    private int Received(BoardService board)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return Boards.Read(board.Snapshot()).Totals.Received;
    }
}
