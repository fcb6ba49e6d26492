using System.Text.Json;

namespace LeadRouter.Server.Tests.Support;

/// <summary>What came in on a connection and has not been looked at yet.</summary>
internal sealed class Inbox<T>(string name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly List<T> _waiting = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(T item)
    {
        TaskCompletionSource news;
        lock (_lock)
        {
            _waiting.Add(item);
            (news, _news) = (_news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        news.SetResult();
    }

    /// <summary>Takes the first message that matches, waiting for it if need be.</summary>
    /// <param name="missing">What is missing when it does not come.</param>
    public async Task<T> TakeAsync(Func<T, bool> match, string missing, TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? Patience);
        while (true)
        {
            Task news;
            lock (_lock)
            {
                if (_waiting.FindIndex(item => match(item)) is >= 0 and var found)
                {
                    var item = _waiting[found];
                    _waiting.RemoveAt(found);
                    return item;
                }

                news = _news.Task;
            }

            await news.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"Missing on {name} after {within ?? Patience}: {missing}. What came instead: {JsonSerializer.Serialize(Waiting, Api.Json)}");
        }
    }

    /// <summary>Everything that was not taken.</summary>
    public IReadOnlyList<T> Waiting
    {
        get { lock (_lock) return [.. _waiting]; }
    }
}
