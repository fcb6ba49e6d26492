namespace LeadRouter.Server.Platform.Composition;

/// <summary>The end of a server that cannot go on: whoever started it starts it again.</summary>
internal static class Ending
{
    /// <summary>The exit code.</summary>
    private const int Died = 3;

    /// <summary>Nothing of such a server may live on for long, whatever it waits for.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Kept until the process is gone: most of what may hang is closed after <see cref="AfterDeathAsync"/>.</summary>
    private static Timer? _limit;

    public static async Task<int> AfterDeathAsync(WebApplication app, string why)
    {
        await Console.Error.WriteLineAsync($"LeadRouter has to be started again: {why}");
        _limit = new Timer(_ => Environment.FailFast("The server did not end in time."), null, Limit, Timeout.InfiniteTimeSpan);
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(soon.Token);
        return Died;
    }
}
