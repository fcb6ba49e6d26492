using LeadRouter.Domain;
using LeadRouter.Domain.Reps;
using LeadRouter.Server.Features.Desks;
using LeadRouter.Server.Platform.Floor;
using LeadRouter.Turns.Views.Reps;

namespace LeadRouter.Boards.Tests;

public sealed class DayWatchTests
{
    [Fact]
    public async Task At_midnight_of_the_centre_boards_and_desks_are_told_though_nothing_happens()
    {
        var time = new ManualTimeProvider(Given.Monday);
        var desks = new DeskService(new MemoryDocuments());
        await desks.LoadAsync(Given.Desk with { TimeZone = "Asia/Jerusalem" }, default);
        var floor = Given.Floor(new MemoryStore(), desks, time);
        await floor.StartAsync(default);
        var screens = new RepScreens(new CountingPort(out var sent));
        screens.Open(new RepId("dana"), "screen");
        screens.Greet(new RepId("dana"), "screen", new Rep { Id = new RepId("dana"), Profile = new RepProfile { Name = "Dana", Queues = ["sales"] }, Sequence = 1 }, []);
        using var watch = new DayWatch(floor, screens, desks, time);
        await watch.StartAsync(default);
        await Eventually.TrueAsync(() => time.Armed == 1, "nobody waits for midnight");
        var (changes, states) = (floor.Changes, sent.Count);

        // Monday, 10:00 to 23:59:59 in Israel.
        time.Advance(TimeSpan.FromHours(14) - TimeSpan.FromSeconds(1));
        screens.Refresh();
        (floor.Changes, sent.Count).ShouldBe((changes, states));

        time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() =>
        {
            screens.Refresh();
            return floor.Changes == changes + 1 && sent.Count == states + 1;
        }, "yesterday stands on the screens");
        await watch.StopAsync(default);
    }

    private sealed class CountingPort : IScreenPort
    {
        private readonly List<RepPush> _sent;

        public CountingPort(out List<RepPush> sent) => sent = _sent = [];

        public void Push(RepId rep, IReadOnlyList<string> connections, RepPush push) => _sent.Add(push);
    }
}
