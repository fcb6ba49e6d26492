using LeadRouter.Server.Features.Boards;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Server.Platform.Floor;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadRouter.Boards.Tests;

/// <summary>Every viewer gets the newest board at his or her own pace.</summary>
public sealed class BoardBroadcasterTests : IAsyncLifetime, IDisposable
{
    private readonly MemoryStore _store = new();
    private readonly ManualTimeProvider _time = new(Given.Monday);
    private readonly FakeHub _hub = new();
    private readonly FloorView _floor;
    private readonly BoardBroadcaster _boards;
    private long _position;
    private int _leads;

    public BoardBroadcasterTests()
    {
        _floor = Given.Floor(_store, new DeskService(new MemoryDocuments()), _time);
        _boards = new BoardBroadcaster(Given.Boards(_floor, _time), _hub, _time, NullLogger<BoardBroadcaster>.Instance);
    }

    public async Task InitializeAsync() => _position = await _floor.StartAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _floor.Dispose();
        _hub.Dispose();
    }

    [Fact]
    public async Task Who_does_not_take_a_board_is_disconnected_after_half_a_minute_and_nobody_else_waits()
    {
        var mute = _hub.Open("mute", takes: false);
        var awake = _hub.Open("awake", takes: true);
        _boards.TryAdd(mute).ShouldBeTrue();
        _boards.TryAdd(awake).ShouldBeTrue();

        for (var seconds = 1; seconds < 30; seconds++)
        {
            await ReceiveAsync();
            await SeesAsync(awake, seconds);
            mute.IsAborted.ShouldBeFalse($"after {_time.GetUtcNow() - Given.Monday}");
            _time.Advance(Given.Monday.AddSeconds(seconds) - _time.GetUtcNow());
        }

        await PassAsync(() => mute.IsAborted, "the end of who is mute");
        await Eventually.TrueAsync(() => _boards.Viewers == 1, "one viewer and no more");
        mute.Boards.Count.ShouldBe(1);
        awake.IsAborted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_takes_long_gets_the_newest_and_not_what_has_passed()
    {
        var slow = _hub.Open("slow", takes: false);
        _boards.TryAdd(slow).ShouldBeTrue();
        await Eventually.TrueAsync(() => slow.Boards.Count == 1, "the first board");
        for (var i = 0; i < 10; i++)
        {
            await ReceiveAsync();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        slow.Take();
        await SeesAsync(slow, 10);

        slow.Boards.Count.ShouldBe(2);
    }

    [Fact]
    public async Task No_viewer_gets_more_than_four_boards_a_second_and_all_get_the_same_ones()
    {
        var one = _hub.Open("one", takes: true);
        var other = _hub.Open("other", takes: true);
        _boards.TryAdd(one);
        _boards.TryAdd(other);
        for (var i = 0; i < 100; i++)
        {
            await ReceiveAsync();
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        await SeesAsync(one, 100);
        await SeesAsync(other, 100);
        one.Boards.Count.ShouldBeLessThanOrEqualTo(2 + (int)(4 * (_time.GetUtcNow() - Given.Monday).TotalSeconds));
        one.Boards.Intersect(other.Boards).Count().ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task One_viewer_too_many_is_turned_away_until_another_has_gone()
    {
        var viewers = Enumerable.Range(0, BoardBroadcaster.MaxViewers).Select(i => _hub.Open($"viewer-{i}", takes: true)).ToList();
        viewers.ShouldAllBe(viewer => _boards.TryAdd(viewer));
        _boards.TryAdd(_hub.Open("one more", takes: true)).ShouldBeFalse();
        _boards.Viewers.ShouldBe(BoardBroadcaster.MaxViewers);

        viewers[0].Abort();

        await Eventually.TrueAsync(() => _boards.TryAdd(_hub.Open("the next", takes: true)), "a place");
    }

    private async Task ReceiveAsync()
    {
        await _store.CommitAsync(Given.Receive(++_leads, _time.GetUtcNow()), default);
        var page = await _store.ReadJournalAsync(_position, Given.Monday, 1000, default);
        await _floor.TakeAsync(page, default);
        _position = page[^1].Position;
    }

    private Task SeesAsync(FakeViewer viewer, int received) =>
        PassAsync(() => viewer.Boards is [.., var last] && Boards.Read(last).Totals.Received == received, $"{received} leads at {viewer.ConnectionId}");

    /// <summary>Lets time pass a little at a time until something holds: what waits may not have begun to wait yet.</summary>
    private Task PassAsync(Func<bool> holds, string missing) => Eventually.NothingMissingAsync(() =>
    {
        if (holds())
            return Task.FromResult<string?>(null);
        _time.Advance(TimeSpan.FromMilliseconds(10));
        return Task.FromResult<string?>(missing);
    });
}
