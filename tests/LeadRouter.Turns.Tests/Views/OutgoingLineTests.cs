using LeadRouter.TestSupport;
using LeadRouter.Turns.Views;

namespace LeadRouter.Turns.Tests.Views;

public sealed class OutgoingLineTests
{
    private readonly ManualTimeProvider _time = new(Story.Start);
    private readonly TaskCompletionSource<string> _cutOff = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Messages_are_sent_one_after_the_other_in_order()
    {
        var sent = new List<int>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var under = 0;
        var line = Line(async message =>
        {
            Interlocked.Increment(ref under).ShouldBe(1);
            await Task.Yield();
            sent.Add(message);
            Interlocked.Decrement(ref under);
            if (message == 999)
                all.SetResult();
        });
        var running = line.RunAsync();

        for (var i = 0; i < 1000; i++)
            line.Send(i);

        await all.Task.WaitAsync(TimeSpan.FromSeconds(30));
        line.Close();
        await running;
        sent.ShouldBe(Enumerable.Range(0, 1000));
        _cutOff.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_connection_that_takes_nothing_is_cut_off_when_too_much_waits_for_it()
    {
        var stuck = new TaskCompletionSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var line = Line(_ =>
        {
            begun.TrySetResult();
            return stuck.Task;
        });
        var running = line.RunAsync();
        line.Send(0);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        for (var i = 0; i < OutgoingLine<int>.MostWaiting; i++)
            line.Send(i);
        _cutOff.Task.IsCompleted.ShouldBeFalse();
        line.Send(0);

        (await _cutOff.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldContain("1000 messages");
        stuck.SetResult();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_message_that_is_not_taken_in_time_ends_the_connection()
    {
        var line = Line(_ => new TaskCompletionSource().Task);
        var running = line.RunAsync();
        line.Send(0);
        await Eventually.NothingMissingAsync(() => Task.FromResult(_time.Armed == 1 ? null : "the wait for the message"));

        _time.Advance(TimeSpan.FromSeconds(OutgoingLine<int>.PatienceSeconds));

        (await _cutOff.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldContain("30 seconds");
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_send_that_fails_ends_the_connection()
    {
        var line = Line(_ => throw new InvalidOperationException("It is broken."));
        var running = line.RunAsync();

        line.Send(0);

        (await _cutOff.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe("It is broken.");
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_line_that_is_closed_takes_nothing_more_and_cuts_nobody_off()
    {
        var line = Line(_ => Task.CompletedTask);
        line.Close();
        line.Send(0);

        await line.RunAsync().WaitAsync(TimeSpan.FromSeconds(30));
        _cutOff.Task.IsCompleted.ShouldBeFalse();
    }

    private OutgoingLine<int> Line(Func<int, Task> send) => new(send, why => _cutOff.SetResult(why), _time);
}
