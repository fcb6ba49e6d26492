namespace LeadRouter.Accounts.Tests;

/// <summary>Polls for what another thread does soon.</summary>
internal static class Wait
{
    public static async Task UntilAsync(Func<bool> done, string missing)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!done())
        {
            if (deadline.IsCancellationRequested) throw new TimeoutException("After 10 s " + missing + ".");
            await poll.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
