using System.Collections.Concurrent;

namespace LeadRouter.Server.Intake;

/// <summary>Idempotency keys whose first request has not been answered yet; bounded by the requests under way.</summary>
internal sealed class InFlightKeys
{
    private readonly ConcurrentDictionary<string, byte> _keys = new();

    /// <summary>Enters a key until disposed; null when it is entered already.</summary>
    public IDisposable? TryEnter(string key) => _keys.TryAdd(key, 0) ? new Exit(_keys, key) : null;

    private sealed class Exit(ConcurrentDictionary<string, byte> keys, string key) : IDisposable
    {
        public void Dispose() => keys.TryRemove(key, out _);
    }
}
