namespace LeadRouter.Domain.Boards;

/// <summary>How long the leads of the day took to something that happens to each at most once: on the wall clock and in working hours.</summary>
public sealed class FirstTimes
{
    /// <summary>Wall clock.</summary>
    public Distribution Raw { get; } = new();

    /// <summary>Working hours of the centre only.</summary>
    public Distribution Working { get; } = new();

    /// <summary>Values that rest on a rep's click and not on the carrier's word.</summary>
    public int Unproven { get; private set; }

    internal void Add(TimeSpan raw, TimeSpan working, bool proven)
    {
        Raw.Add(raw);
        Working.Add(working);
        if (!proven)
            Unproven++;
    }
}
