using System.Diagnostics;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Hubs;

/// <summary>The wall shows every change soon, and never more often than eyes can follow.</summary>
[Collection(RefusalsOnOneServer.Name)]
public sealed class WallboardTests(LifeServer server)
{
    [Fact]
    public async Task A_burst_comes_as_few_boards_and_the_last_one_is_right()
    {
        await server.AddQueuesAsync(new { id = "burst" });
        var connecting = Stopwatch.GetTimestamp();
        await using var wall = await BoardClient.ConnectAsync(server.Address, await server.AddSupervisorAsync("burst-supervisor"));
        await Eventually.SeesAsync(() => Task.FromResult(wall.Board), board => board is not null, "the first board");

        for (var i = 0; i < 100; i++)
            await server.PostLeadAsync("burst");

        var last = await Eventually.SeesAsync(() => Task.FromResult(wall.Board!), board => board.Queues.Single(queue => queue.Queue == "burst").Waiting == 100, "all hundred leads on the wall");
        last.Totals.Received.ShouldBeGreaterThanOrEqualTo(100);
        // One on connecting, one that a late timer owed, and four a second.
        wall.Snapshots.ShouldBeLessThanOrEqualTo(2 + (int)(4 * Stopwatch.GetElapsedTime(connecting).TotalSeconds));
    }
}
