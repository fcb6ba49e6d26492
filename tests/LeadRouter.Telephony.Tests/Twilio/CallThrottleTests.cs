using LeadRouter.Telephony.Twilio;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace LeadRouter.Telephony.Tests.Twilio;

public sealed class CallThrottleTests
{
    private readonly FakeTimeProvider _time = new();

    private static Task<TimeSpan?> Soon(Task<TimeSpan?> turn) => turn.WaitAsync(TimeSpan.FromSeconds(20));

    [Fact]
    public async Task Wait_AfterQuiet_OneGoesAtOnceAndTheOthersAtThePace()
    {
        using var throttle = new CallThrottle(2, 10, _time, () => 1);
        _time.Advance(TimeSpan.FromMinutes(5));

        var turns = Enumerable.Range(0, 4).Select(_ => throttle.WaitAsync(default)).ToList();
        (await Soon(turns[0])).ShouldBe(TimeSpan.Zero);
        throttle.Waiting.ShouldBe(3);
        _time.Advance(TimeSpan.FromMilliseconds(499));
        throttle.Waiting.ShouldBe(3);
        for (var left = 2; left >= 0; left--)
        {
            _time.Advance(TimeSpan.FromMilliseconds(left == 2 ? 1 : 500));
            throttle.Waiting.ShouldBe(left);
        }

        (await Soon(turns[1])).ShouldBe(TimeSpan.FromSeconds(0.5));
        (await Soon(turns[3])).ShouldBe(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task Wait_SeveralServers_EachTakesItsShareOfTheRate()
    {
        var servers = 3;
        using var throttle = new CallThrottle(2, 10, _time, () => servers);
        var turns = Enumerable.Range(0, 3).Select(_ => throttle.WaitAsync(default)).ToList();

        _time.Advance(TimeSpan.FromMilliseconds(1499));
        throttle.Waiting.ShouldBe(2);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await Soon(turns[1])).ShouldBe(TimeSpan.FromSeconds(1.5));

        servers = 1;
        _time.Advance(TimeSpan.FromSeconds(1.5));
        (await Soon(turns[2])).ShouldBe(TimeSpan.FromSeconds(3));
        var alone = throttle.WaitAsync(default);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        (await Soon(alone)).ShouldBe(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task Wait_QueueFull_IsTurnedAwayAtOnce()
    {
        using var throttle = new CallThrottle(1, 1, _time, () => 1);
        await throttle.WaitAsync(default);
        var waiting = throttle.WaitAsync(default);

        (await Soon(throttle.WaitAsync(default))).ShouldBeNull();

        _time.Advance(TimeSpan.FromSeconds(1));
        (await Soon(waiting)).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Wait_CallerGivesUp_LosesNoTurnForTheNext()
    {
        using var throttle = new CallThrottle(1, 10, _time, () => 1);
        using var stop = new CancellationTokenSource();
        await throttle.WaitAsync(default);
        var leaves = throttle.WaitAsync(stop.Token);
        var stays = throttle.WaitAsync(default);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Soon(leaves));
        _time.Advance(TimeSpan.FromSeconds(1));

        (await Soon(stays)).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Wait_ManyCallersOverAMinute_NeverMoreThanThePace()
    {
        using var throttle = new CallThrottle(5, 1000, _time, () => 1);
        var turns = Enumerable.Range(0, 400).Select(_ => throttle.WaitAsync(default)).ToList();

        for (var second = 1; second <= 60; second++)
        {
            for (var step = 0; step < 10; step++)
                _time.Advance(TimeSpan.FromSeconds(0.1));
            (400 - throttle.Waiting).ShouldBe(1 + (5 * second), $"after {second} s");
        }

        (await Soon(turns[300])).ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Dispose_SendsTheQueueAwayAndRefusesMore()
    {
        var throttle = new CallThrottle(1, 10, _time, () => 1);
        await throttle.WaitAsync(default);
        var waiting = throttle.WaitAsync(default);

        throttle.Dispose();
        throttle.Dispose();

        await Should.ThrowAsync<OperationCanceledException>(() => Soon(waiting));
        await Should.ThrowAsync<OperationCanceledException>(() => Soon(throttle.WaitAsync(default)));
    }

    [Fact]
    public async Task Wait_OnTheRealClock_KeepsThePace()
    {
        using var throttle = new CallThrottle(50, 100, TimeProvider.System, () => 1);
        var since = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 11).Select(_ => throttle.WaitAsync(default))).WaitAsync(TimeSpan.FromSeconds(20));

        TimeProvider.System.GetElapsedTime(since).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(200));
    }
}
