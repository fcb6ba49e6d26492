using System.Diagnostics;

namespace LeadRouter.TestSupport;

/// <summary>Waits for what other threads are about to do.</summary>
public static class Eventually
{
    /// <summary>Real time after which something is taken to be missing for good.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Polls until the question is answered with null; what it answers else is what is missing.</summary>
    /// <param name="patience">For what takes a while of computing; else <see cref="Patience"/>.</param>
    /// <exception cref="TimeoutException">It was still missing after that.</exception>
    public static async Task NothingMissingAsync(Func<Task<string?>> missing, TimeSpan? patience = null)
    {
        var limit = patience ?? Patience;
        for (var started = Stopwatch.GetTimestamp(); await missing() is { } what; await Task.Delay(1))
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
                throw new TimeoutException($"After {limit.TotalSeconds:0} s: {what}");
        }
    }

    /// <summary>Polls until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold after <see cref="Patience"/>.</exception>
    public static Task TrueAsync(Func<bool> holds, string missing) => NothingMissingAsync(() => Task.FromResult(holds() ? null : missing));
}
