using System.Text.Json.Nodes;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Hubs;

/// <summary>A viewer who does not read must not be waited for.</summary>
public sealed class MuteBoardTests(ManualServer server) : IClassFixture<ManualServer>
{
    private const int Boards = 30;
    private const int Reps = 300;

    /// <summary>SignalR itself ends a connection that takes nothing for ten seconds: so long nobody may wait.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(7);
    private static readonly string LongName = new('板', 100);

    [Fact]
    public async Task Who_does_not_read_the_board_keeps_it_from_nobody_else()
    {
        // Boards of some 200 KB, so that few of them fill all the buffers on the way to who does not read.
        await server.ChangeDeskAsync(desk =>
        {
            for (var i = 0; i < 199; i++)
                desk["queues"]!.AsArray().Add(new JsonObject { ["id"] = $"queue-{i}", ["name"] = LongName });
        });
        await Parallel.ForAsync(0, Reps, async (i, _) => await server.Admin.PostAsync<CreateRepResponse>("/api/v1/reps", new CreateRepRequest { User = $"rep-{i}", Name = LongName }));
        await using var mute = await MuteBoard.ConnectAsync(server.Address, await server.AddSupervisorAsync("asleep"));
        await using var wall = await BoardClient.ConnectAsync(server.Address, await server.AddSupervisorAsync("awake"));
        await Eventually.SeesAsync(() => PrometheusPage.OfAsync(server.Admin), page => page["leadrouter_board_clients"] == 2, "both viewers");

        for (var posted = 1; posted <= Boards; posted++)
        {
            await server.PostLeadAsync();
            await Eventually.SeesAsync(() => Task.FromResult(wall.Board), board => board?.Totals.Received >= posted, $"board {posted} of {Boards}", Soon);
        }
    }
}
