namespace LeadRouter.Storage.Tests.Sqlite;

internal static class Poll
{
    /// <summary>Waits for a condition that nothing signals, and says what is missing when it does not come.</summary>
    public static async Task UntilAsync(Func<bool> condition, string missing)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var tries = 0; !condition(); tries++)
        {
            if (tries > 750) throw new TimeoutException(missing);
            await timer.WaitForNextTickAsync();
        }
    }
}
