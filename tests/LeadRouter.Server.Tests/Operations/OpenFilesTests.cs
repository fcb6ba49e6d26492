using System.Net.Sockets;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Operations;

/// <summary>More connections than the system has handles for end at the door, and not the process.</summary>
public sealed class OpenFilesTests
{
    [Fact]
    public async Task A_server_without_handles_for_more_connections_goes_on_with_those_it_has()
    {
        await using var server = await ServerProcess.StartAsync(openFiles: 1100);
        using var admin = await CallCentre.AdminAsync(server);
        var crowd = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 1500; i++)
            {
                var one = new TcpClient();
                await one.ConnectAsync(server.Address.Host, server.Address.Port);
                crowd.Add(one);
            }

            await Eventually.SeesAsync(() => Task.FromResult(crowd.Count(IsClosed)), closed => closed >= 1200, "the crowd turned away");
            // Who was there before is served: what it needs of the store can be opened.
            for (var i = 0; i < 20; i++)
                (await admin.PostAsync("/api/v1/leads", new PostLeadRequest { Phone = RunningServer.NewPhone() }, server.IntakeKey)).Status.ShouldBe(202);
            await Eventually.SeesAsync(() => admin.GetAsync<BoardDto>("/api/v1/board"), board => board.Totals.Received == 20, "the leads");
        }
        finally
        {
            crowd.ForEach(one => one.Dispose());
        }

        using var later = new Api(server.Address);
        await Eventually.SeesAsync(async () =>
        {
            try
            {
                return (await later.GetAsync("/health/ready", null)).Status;
            }
            catch (HttpRequestException)
            {
                return 0;
            }
        }, status => status == 200, "a place for who comes later");
        server.Lines.ShouldNotContain(line => line.Text.Contains("Too many open files", StringComparison.Ordinal), server.Output);
    }

    [Fact]
    public async Task A_limit_that_leaves_no_room_stops_the_start_and_is_named() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => ServerProcess.StartAsync(openFiles: 950))).Message.ShouldContain("lets this process open 950 files");

    private static bool IsClosed(TcpClient client) => client.Client.Poll(0, SelectMode.SelectRead) && client.Client.Available == 0;
}
