namespace LeadRouter.Server.Platform;

/// <summary>Wakes whoever waits for the next beat. Take <see cref="Next"/> before you look at what may have changed. Safe for many threads.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource _next = Waiting();

    /// <summary>Completes with the next beat.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Beat() => Interlocked.Exchange(ref _next, Waiting()).SetResult();

    /// <summary>Who beats must not run what was waited for.</summary>
    private static TaskCompletionSource Waiting() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
