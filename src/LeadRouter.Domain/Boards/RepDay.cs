namespace LeadRouter.Domain.Boards;

/// <summary>A rep's counters of the day.</summary>
public sealed class RepDay
{
    public int Accepted { get; internal set; }
    public int Missed { get; internal set; }
    public int Calls { get; internal set; }
    public int Contacts { get; internal set; }
    public int Deals { get; internal set; }
    /// <summary>In the centre's currency.</summary>
    public decimal Revenue { get; internal set; }
}
