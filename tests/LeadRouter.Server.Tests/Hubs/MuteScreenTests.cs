using System.Diagnostics;
using LeadRouter.Server.Tests.Support;

namespace LeadRouter.Server.Tests.Hubs;

/// <summary>
/// A screen that takes nothing is cut off, by SignalR's own limit on a send or by ours on what waits, whichever is reached first. That
/// ours holds without SignalR's is shown by the tests of the outgoing line.
/// </summary>
public sealed class MuteScreenTests(ManualServer server) : IClassFixture<ManualServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_screen_that_takes_nothing_is_cut_off_and_holds_up_nobody()
    {
        await using var rep = await server.OpenRepAsync("mute");
        await using var mute = await MuteScreen.OpenAsync(server.Address, rep.Rep.Token);
        await Eventually.SeesAsync(ConnectionsAsync, open => open == 2, "the mute screen's connection");

        var pushes = 0;
        for (var started = Stopwatch.GetTimestamp(); await ConnectionsAsync() == 2; pushes += 50)
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience, $"the mute screen is open after {pushes} pushes");
            await ShowAsync(rep, 50);
        }

        await ShowAsync(rep, 1);
        await using var again = await RepScreen.OpenAsync(server, rep.Rep, available: false);
        again.Desk.State!.Presence.ShouldBe("break");
    }

    /// <summary>Has so many States sent to every screen of the rep; the one that listens gets each.</summary>
    private static async Task ShowAsync(RepScreen rep, int times)
    {
        for (var i = 0; i < times; i++)
        {
            foreach (var presence in new[] { "available", "break" })
            {
                // Nobody clicks so often: a screen may not, either.
                var done = await Eventually.SeesAsync(() => rep.Desk.SetPresenceAsync(presence), reply => reply.Refusal?.Code != "too_many_calls", "the presence");
                done.ShouldBeDone();
                await rep.States.TakeAsync(state => state.Presence == presence, $"the State '{presence}'");
            }
        }
    }

    private async Task<double> ConnectionsAsync() => (await PrometheusPage.OfAsync(server.Admin))["leadrouter_rep_connections"];
}
