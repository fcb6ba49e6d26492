namespace LeadRouter.Accounts;

/// <summary>A semaphore of one as a <c>using</c>.</summary>
internal static class OneAtATime
{
    /// <summary>Waits for the place, which is given back by disposing of what comes.</summary>
    public static async Task<IDisposable> EnterAsync(this SemaphoreSlim place)
    {
        await place.WaitAsync();
        return new Exit(place);
    }

    private sealed class Exit(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
