namespace LeadRouter.Accounts;

/// <summary>
/// Failures by key, in memory and bounded: of remote addresses, and of user names that do not exist (which lock like real ones,
/// so that being locked out does not tell that an account exists).
/// </summary>
internal sealed class FailureTable(int capacity = 10_000)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FailureState> _states = new(StringComparer.Ordinal);

    public TimeSpan? LockedFor(string key, DateTimeOffset now)
    {
        lock (_lock) return _states.TryGetValue(key, out var state) ? state.LockedFor(now) : null;
    }

    public void Fail(string key, DateTimeOffset now, FailureLimit limit)
    {
        lock (_lock)
        {
            if (!_states.TryGetValue(key, out var state))
            {
                MakeRoom(now, limit);
                state = FailureState.None;
            }
            _states[key] = state.Fail(now, limit);
        }
    }

    public int Count
    {
        get { lock (_lock) return _states.Count; }
    }

    private void MakeRoom(DateTimeOffset now, FailureLimit limit)
    {
        if (_states.Count < capacity) return;
        foreach (var (key, state) in _states)
            if (!state.Matters(now, limit)) _states.Remove(key);
        if (_states.Count >= capacity) _states.Remove(_states.MinBy(pair => pair.Value.FirstFailedAt).Key);
    }
}
