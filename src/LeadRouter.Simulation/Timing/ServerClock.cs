namespace LeadRouter.Simulation.Timing;

/// <summary>The server's wall clock: the agenda's time and what it is wrong by. Promises in instants are promises by this clock.</summary>
internal sealed class ServerClock(Agenda agenda) : TimeProvider
{
    /// <summary>Nobody asks about a time further back than this many steps.</summary>
    private const int Remembered = 64;

    private readonly List<(DateTimeOffset At, DateTimeOffset Showed)> _steps = [];

    private DateTimeOffset _highest;

    /// <summary>How much it is ahead of the world; negative: behind.</summary>
    public TimeSpan Offset { get; private set; }

    public DateTimeOffset Now => agenda.Now + Offset;

    /// <summary>The most that it has shown so far: what was put off from now is due no later than from then.</summary>
    public DateTimeOffset Highest => _highest > Now ? _highest : Now;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Puts the clock forward, or (negative) back.</summary>
    public void Step(TimeSpan by)
    {
        _highest = Highest;
        Offset += by;
        if (_steps.Count == Remembered)
            _steps.RemoveAt(0);
        _steps.Add((agenda.Now, Now));
    }

    /// <summary>How long until it shows an instant, if nobody touches it; not negative.</summary>
    public TimeSpan Until(DateTimeOffset instant) => instant > Now ? instant - Now : TimeSpan.Zero;

    /// <summary>The least that it has shown since an instant of the world.</summary>
    public DateTimeOffset LowestSince(DateTimeOffset since)
    {
        var offset = Offset;
        for (var i = _steps.Count - 1; i >= 0 && _steps[i].At > since; i--)
            offset = i == 0 ? TimeSpan.Zero : _steps[i - 1].Showed - _steps[i - 1].At;
        var lowest = since + offset;
        foreach (var (at, showed) in _steps)
        {
            if (at > since && showed < lowest)
                lowest = showed;
        }

        return lowest;
    }
}
