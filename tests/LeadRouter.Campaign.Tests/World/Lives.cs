namespace LeadRouter.Campaign.Tests.World;

/// <summary>When the server was up, as seen from outside: from its first "ready" to its kill.</summary>
internal sealed class Lives
{
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset Ready, DateTimeOffset Killed)> _lives = [];

    public void Ready(DateTimeOffset at)
    {
        lock (_lock)
            _lives.Add((at, DateTimeOffset.MaxValue));
    }

    public void Killed(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_lives is [.., var last] && last.Killed == DateTimeOffset.MaxValue)
                _lives[^1] = (last.Ready, at);
        }
    }

    /// <summary>How much of the time between two instants the server was up: what it may be blamed for.</summary>
    public TimeSpan UpBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var up = TimeSpan.Zero;
        lock (_lock)
        {
            foreach (var life in _lives)
            {
                var start = life.Ready > from ? life.Ready : from;
                var end = life.Killed < to ? life.Killed : to;
                if (start < end)
                    up += end - start;
            }
        }

        return up;
    }
}
