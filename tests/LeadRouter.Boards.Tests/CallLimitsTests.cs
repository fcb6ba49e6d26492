using LeadRouter.Contracts;
using LeadRouter.Server.Platform.Hubs;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace LeadRouter.Boards.Tests;

public sealed class CallLimitsTests
{
    [Fact]
    public async Task A_screen_gone_wild_is_turned_away_and_no_other()
    {
        var limits = new CallLimits();
        using var wild = new FakeViewer("wild", takes: true);
        using var calm = new FakeViewer("calm", takes: true);
        var (passed, refused) = (0, 0);
        for (var i = 0; i < 100 * CallLimits.Burst && refused == 0; i++)
        {
            if (await CallAsync(wild) is HubReply { Refusal.Code: "too_many_calls" })
                refused++;
            else
                passed++;
        }

        refused.ShouldBe(1, $"{passed} calls passed");
        passed.ShouldBeGreaterThanOrEqualTo(CallLimits.Burst);
        (await CallAsync(calm)).ShouldBe("done");

        ValueTask<object?> CallAsync(FakeViewer screen) => limits.InvokeMethodAsync(
            new HubInvocationContext(screen, new ServiceCollection().BuildServiceProvider(), new NoHub(), typeof(NoHub).GetMethod(nameof(NoHub.Call))!, []),
            _ => ValueTask.FromResult<object?>("done"));
    }

    private sealed class NoHub : Hub
    {
        public static void Call()
        {
        }
    }
}
