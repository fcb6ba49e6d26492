namespace LeadRouter.Simulation.World;

/// <summary>Two days and a night or so, early in some runs, in which nobody comes and nobody works: keys end, days change, and what is due meets an empty floor.</summary>
internal sealed class Night
{
    private readonly Agenda _agenda;
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _to;

    private Night(Agenda agenda, DateTimeOffset from, DateTimeOffset to)
    {
        _agenda = agenda;
        _from = from;
        _to = to;
    }

    /// <summary>How long it is.</summary>
    public TimeSpan Length => _to - _from;

    public bool IsNow => _agenda.Now >= _from && _agenda.Now < _to;

    /// <summary>A night after some minutes of work.</summary>
    public static Night Of(Agenda agenda, Draw draw)
    {
        var from = agenda.Now + draw.Seconds(1200, 3600);
        return new Night(agenda, from, from + draw.Seconds(46 * 3600, 52 * 3600));
    }

    /// <summary>None.</summary>
    public static Night None(Agenda agenda) => new(agenda, agenda.Now, agenda.Now);

    /// <summary>Does something when it begins.</summary>
    public void AtBegin(Action what)
    {
        if (Length > TimeSpan.Zero)
            _agenda.At(_from, what);
    }

    /// <summary>Does something when it is over.</summary>
    public void AtEnd(Action what)
    {
        if (Length > TimeSpan.Zero)
            _agenda.At(_to, what);
    }
}
