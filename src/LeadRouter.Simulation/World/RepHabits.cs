namespace LeadRouter.Simulation.World;

/// <summary>What a rep is like; drawn once.</summary>
internal sealed class RepHabits
{
    private readonly Draw _draw;
    private readonly double _reactionSeconds;
    private readonly double _declines;
    private readonly double _misses;
    private readonly double _paceSeconds;

    private RepHabits(Draw draw)
    {
        _draw = draw;
        _reactionSeconds = draw.Between(1, 8);
        _declines = draw.Between(0, 0.15);
        _misses = draw.Between(0, 0.15);
        _paceSeconds = draw.Between(4, 40);
        DoubleClick = draw.Chance(0.5) ? draw.Between(0, 0.5) : 0;
    }

    public double DoubleClick { get; }

    public static RepHabits Of(Draw draw) => new(draw);

    public bool Misses(bool diligent) => !diligent && _draw.Chance(_misses);

    public bool Declines(bool diligent) => !diligent && _draw.Chance(_declines);

    /// <summary>From the ring to the click: mostly quick, now and then longer than any offer lasts.</summary>
    public TimeSpan Reaction(bool diligent) => diligent ? _draw.Seconds(0.5, 3) : _draw.Seconds(0.3, 0.5) + _draw.Exponential(_reactionSeconds);

    /// <summary>From a look at a lead to the next click on it.</summary>
    public TimeSpan Pace() => _draw.Seconds(1, 2) + _draw.Exponential(_paceSeconds);
}
