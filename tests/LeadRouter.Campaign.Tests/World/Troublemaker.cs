using System.Net;
using LeadRouter.TestClient;

namespace LeadRouter.Campaign.Tests.World;

/// <summary>Does to the server what a day in production may do to it, at random instants, and sees that it comes back.</summary>
/// <param name="disk">The disk that the data lie on, or null where none can be mounted.</param>
/// <param name="thorough">Troubles last as long as they may in production, and not just as long as they need to be felt.</param>
internal sealed class Troublemaker(ServerProcess server, Upkeep upkeep, Witness world, LoopDisk? disk, Random random, bool thorough)
{
    /// <summary>Under load, a full disk has to be felt within this.</summary>
    private static readonly TimeSpan FeltLimit = TimeSpan.FromSeconds(20);

    /// <summary>Longer than the latest deadline after a trouble may be late. What was dropped in it, the next start would find again: here there is none.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(12);

    private int _suspensions;
    private int _fullDisks;

    /// <summary>How many fsyncs were slowed down.</summary>
    public int SlowSyncs { get; private set; }

    /// <summary>Runs for a while, makes the trouble, and returns when the server is back at work.</summary>
    public async Task RoundAsync(Trouble trouble)
    {
        await Task.Delay(Between(0.3, 2.8));
        await (trouble switch
        {
            Trouble.Kill => KillAsync(),
            Trouble.KillTwice => KillTwiceAsync(),
            Trouble.CleanStop => CleanStopAsync(),
            Trouble.Suspend => SuspendAsync(),
            Trouble.KillSuspended => KillSuspendedAsync(),
            Trouble.FullDisk => FullDiskAsync(disk!),
            Trouble.KillWhileFull => KillWhileFullAsync(disk!),
            Trouble.StopWhileFull => StopWhileFullAsync(disk!),
            Trouble.SlowDisk => SlowDiskAsync(),
            _ => KillWhileSlowAsync(),
        });
    }

    private async Task KillAsync()
    {
        await upkeep.KillAsync();
        await upkeep.StartAsync(Trouble.Kill);
    }

    private async Task KillTwiceAsync()
    {
        await upkeep.KillAsync();
        await upkeep.TryStartAsync(async () =>
        {
            await Task.Delay(Between(0.2, 1));
            await upkeep.KillAsync();
        });
        await upkeep.StartAsync(Trouble.KillTwice);
    }

    private async Task CleanStopAsync()
    {
        await upkeep.StopAsync(Trouble.CleanStop);
        await upkeep.StartAsync(Trouble.CleanStop);
    }

    /// <summary>For a moment, for some seconds, for longer than an offer lasts, and (when thorough) for longer than a hub waits for its screens.</summary>
    private async Task SuspendAsync()
    {
        var time = (_suspensions++ % 6, thorough) switch
        {
            (0 or 3, _) => Between(0.1, 1),
            (1 or 4, _) => Between(1, 4.5),
            (_, false) => Between(5.5, 7.5),
            (2, true) => Between(5.5, 20),
            _ => Between(31, 40),
        };
        world.Calm.Ends(DateTimeOffset.UtcNow);
        await server.SignalAsync("STOP");
        await Task.Delay(time);
        await server.SignalAsync("CONT");
        await upkeep.HealedAsync(Trouble.Suspend);
    }

    private async Task KillSuspendedAsync()
    {
        world.Calm.Ends(DateTimeOffset.UtcNow);
        await server.SignalAsync("STOP");
        await Task.Delay(Between(0.1, thorough ? 8 : 2));
        await upkeep.KillAsync();
        await upkeep.StartAsync(Trouble.KillSuspended);
    }

    private async Task FullDiskAsync(LoopDisk full)
    {
        var turnedAway = world.TurnedAway;
        await FillAndFeelAsync(full);
        await Task.Delay(Between(0.5, thorough ? 10 : 3));
        if (!await upkeep.AnswersAsync("/health/live", HttpStatusCode.OK, TimeSpan.FromSeconds(5)))
            world.Blame("FullDisk: the server does not answer.");
        if (world.TurnedAway == turnedAway)
            world.Blame("FullDisk: not one post was turned away.");
        MakeRoom(full);
        await upkeep.HealedAsync(Trouble.FullDisk);
        if (_fullDisks++ % 2 == 0)
            await Task.Delay(Rest);
    }

    /// <summary>There is room again before it is started, or only after: then it may refuse to start, and has to say why.</summary>
    private async Task KillWhileFullAsync(LoopDisk full)
    {
        Fill(full);
        await Task.Delay(Between(0, thorough ? 6 : 3));
        await upkeep.KillAsync();
        if (random.Next(2) == 0)
        {
            var started = await upkeep.TryStartAsync(async () =>
            {
                await Task.Delay(Between(0.5, 3));
                MakeRoom(full);
            });
            if (started)
            {
                await upkeep.HealedAsync(Trouble.KillWhileFull);
                return;
            }

            if (server.ExitCode != 1 || !server.Lines[^1].Text.Contains("is full. Make room and start again.", StringComparison.Ordinal))
                world.Blame($"KillWhileFull: started on a full disk, the server ended with code {server.ExitCode} and said: {server.Lines[^1].Text}");
        }

        MakeRoom(full);
        await upkeep.StartAsync(Trouble.KillWhileFull);
    }

    /// <summary>Who stops a server that cannot write may find its disk full: it ends well all the same, and what it could not write goes on at the next start.</summary>
    private async Task StopWhileFullAsync(LoopDisk full)
    {
        await FillAndFeelAsync(full);
        await upkeep.StopAsync(Trouble.StopWhileFull);
        MakeRoom(full);
        await upkeep.StartAsync(Trouble.StopWhileFull);
    }

    private async Task FillAndFeelAsync(LoopDisk full)
    {
        Fill(full);
        if (!await upkeep.AnswersAsync("/health/ready", HttpStatusCode.ServiceUnavailable, FeltLimit))
            world.Blame($"Under load, the server was ready for {FeltLimit.TotalSeconds:F0} s with a full disk.");
    }

    private void Fill(LoopDisk full)
    {
        world.Calm.Ends(DateTimeOffset.UtcNow);
        world.DiskFull.Begins(DateTimeOffset.UtcNow);
        full.Fill();
    }

    private void MakeRoom(LoopDisk full)
    {
        full.MakeRoom();
        world.DiskFull.Ends(DateTimeOffset.UtcNow);
    }

    private async Task SlowDiskAsync()
    {
        if (await SlowDownAsync() is not { } slow)
            return;
        using (slow)
        {
            await Task.Delay(Between(2, thorough ? 10 : 4));
            SlowSyncs += await slow.DetachAsync();
        }

        await upkeep.HealedAsync(Trouble.SlowDisk);
    }

    private async Task KillWhileSlowAsync()
    {
        if (await SlowDownAsync() is not { } slow)
            return;
        using (slow)
        {
            await Task.Delay(Between(0.3, thorough ? 6 : 3));
            await upkeep.KillAsync();
            SlowSyncs += await slow.DetachAsync();
        }

        await upkeep.StartAsync(Trouble.KillWhileSlow);
    }

    private async Task<SlowDisk?> SlowDownAsync()
    {
        world.Calm.Ends(DateTimeOffset.UtcNow);
        var slow = await SlowDisk.AttachAsync(server.ProcessId, Between(0.05, 2));
        if (slow is null)
        {
            world.Blame("The server could not be slowed down, though another process could.");
            await upkeep.HealedAsync(Trouble.SlowDisk);
        }

        return slow;
    }

    private TimeSpan Between(double leastSeconds, double mostSeconds) => TimeSpan.FromSeconds(leastSeconds + (mostSeconds - leastSeconds) * random.NextDouble());
}
