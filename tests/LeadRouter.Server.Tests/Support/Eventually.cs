using System.Diagnostics;

namespace LeadRouter.Server.Tests.Support;

/// <summary>Looks again and again until something holds; says what is missing when it never does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>What was seen when it held.</summary>
    public static async Task<T> SeesAsync<T>(Func<Task<T>> look, Func<T, bool> holds, string missing, TimeSpan? within = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (holds(seen))
                return seen;
            if (Stopwatch.GetElapsedTime(started) > (within ?? Patience))
                throw new TimeoutException($"Still missing after {within ?? Patience}: {missing}. Last seen: {seen}");
            await Task.Delay(Pause);
        }
    }
}
